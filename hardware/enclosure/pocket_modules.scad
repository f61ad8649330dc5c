// Stand-ins for the parts inside the pocket case, in their outer sizes.
include <pocket_layout.scad>

// inset: drawn this much smaller on every side, so that parts which touch do not overlap.
module module_box(at, size, inset) {
    translate(at + [inset, inset, inset]) cube(size - [2, 2, 2] * inset);
}

module pocket_modules(inset = 0, pane = true) {
    color("darkgreen") difference() {
        module_box(pcb_at, pcb, inset);
        for (n = [notch_left, notch_right, notch_middle])
            translate(pcb_at + [n[0] - 0.1, n[1] - 0.1, -1]) cube([n[2] + 0.1, n[3] + 0.1, pcb[2] + 2]);
    }
    color("gray") module_box(rtc_holder_at, rtc_holder, inset);
    color("silver") module_box(esp32_at, esp32_s3, inset);
    color("silver") module_box(usb_at, usb_c, inset);
    color("black") {
        module_box(ds3232_at, ds3232, inset);
        module_box(usb_uart_at, usb_uart, inset);
        module_box(button_at, button, inset);
    }
    color("navy") module_box(oled_at, oled_module - [0, 0, oled_glass[2]], inset);
    margin = (oled_module - oled_glass) / 2;
    glass = [margin[0], margin[1], oled_module[2] - oled_glass[2]];
    color("dimgray") module_box(oled_at + glass - [0, 0, 2 * inset], oled_glass + [0, 0, 2 * inset], inset);
    pane_at = active_center - [window_pane[0] / 2, window_pane[1] / 2, active_center[2] - rim];
    if (pane) color("lightblue", 0.4) module_box(pane_at, window_pane, inset);
    for (i = [0:2]) {
        cell(i, inset);
        color("silver") for (left = [true, false]) module_box(contact_at(i, left), contact(i, left), inset);
    }
}

module lit_area() {
    color("cyan") translate([active_center[0] - oled_active[0] / 2, active_center[1] - oled_active[1] / 2,
        oled_at[2] + oled_module[2]]) cube([oled_active[0], oled_active[1], 0.05]);
}

module cell(i, inset) {
    r = aaa_cell[1] / 2;
    translate(cell_at(i) + [0, r, r]) rotate([0, 90, 0]) color(cell_turned[i] ? "goldenrod" : "peru")
        translate([0, 0, inset]) cylinder(r = r - inset, h = aaa_cell[0] - 2 * inset, $fn = 48);
}
