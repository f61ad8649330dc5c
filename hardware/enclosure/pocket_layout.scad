// Where everything stands in the pocket case. x to the right, y up the face, z out of the face; the origin is the lower
// left corner of the case's back. Sizes of parts come from modules.scad; nothing below repeats one.
include <modules.scad>
include <printing.scad>

// --- thicknesses
wall = 2;
floor = 1.8;
lid = 2;
divider = 1.6;         // between cells and electronics
rib = 1.2;             // between two cells
lip = 1.2;             // rim under lid and door that reaches into the case
lip_depth = 2;
corner = 4;            // radius of the case's corners

// --- screws: bosses for M2 cut into the plastic
boss_radius = 2.5;
boss_inset = 3.2;      // of its axis from the walls
pad_radius = 5;        // head of the door's boss: closes the lid's notch while the door is off

// --- cavities
lane = aaa_cell[1] + 2 * aaa_cell_clearance;
inner_x = max(pcb[0] + 2 * pcb_clearance, aaa_cell[0] + aaa_spring[0] + aaa_plate[0] + aaa_cell_clearance);
battery_y = 3 * lane + 2 * rib;
electronics_y = pcb[1] + 2 * pcb_clearance;
pcb_underside = 2.5;   // room for the parts and joints under the board
inner_z = max(pcb_underside + pcb[2] + rtc_holder[2] + oled_module[2] + 2 * oled_module_clearance, lane);
size = [inner_x + 2 * wall, battery_y + divider + electronics_y + 2 * wall, floor + inner_z + lid];
rim = floor + inner_z; // where body ends and lid begins

battery = [wall, wall, floor];
electronics = [wall, wall + battery_y + divider, floor];
seam_y = electronics[1] - divider / 2;  // between door and lid
top_y = electronics[1] + electronics_y; // inner face of the upper wall

// --- the board, its parts from its lower left corner
pcb_at = electronics + [pcb_clearance, pcb_clearance, pcb_underside];
on_pcb = pcb_at + [0, 0, pcb[2]];
oled_at = on_pcb + [1.8, 14.6, rtc_holder[2] + oled_module_clearance];
rtc_holder_at = on_pcb + [1.4, 15.8, 0];
esp32_at = on_pcb + [30.9, 18, 0];
usb_overhang = 1;      // of the receptacle over the board's edge
usb_at = on_pcb + [-usb_overhang, 6.2, 0];
ds3232_at = on_pcb + [7.2, 0.3, 0];
usb_uart_at = on_pcb + [8, 11.2, 0];
button_center = on_pcb + [34, 8.5, 0];
button_at = button_center - [button[0], button[1], 0] / 2;

// --- cells: lifted so that they end just below the door; wires run under them
cell_z = rim - aaa_cell_clearance - aaa_cell[2];
cell_turned = [false, true, false]; // true: its plus end to the right
function contact(i, left) = cell_turned[i] == left ? aaa_spring : aaa_plate;
function cell_at(i) = [battery[0] + contact(i, true)[0] + aaa_cell_clearance / 2,
    battery[1] + i * (lane + rib) + aaa_cell_clearance, cell_z];
contact_z = cell_z + (aaa_cell[2] - aaa_plate[2]) / 2;
function contact_y(i) = battery[1] + i * (lane + rib) + (lane - aaa_plate[1]) / 2;
function contact_at(i, left) =
    [left ? battery[0] : battery[0] + inner_x - contact(i, false)[0], contact_y(i), contact_z];
saddle_x = [12, 36];   // of the two saddles, from the battery cavity's left wall
saddle = 2;

// --- bosses: axes
lid_screws = [
    [electronics[0] + boss_inset, electronics[1] + boss_inset],
    [electronics[0] + inner_x - boss_inset, electronics[1] + boss_inset],
];
door_screw = [size[0] / 2, electronics[1] + 1.7];
tab_radius = 4;        // of the door round its screw
hook_x = [size[0] * 0.25, size[0] * 0.75];
hook = [8, 0.9, 1.2];   // width, reach into the wall, thickness

// --- window
window_margin = 1;     // around the lit area
window_lip = 1;        // thickness of the lid in front of the pane
active_center = oled_at + [oled_module[0], oled_module[1], 0] / 2 + oled_active_shift;
window = [oled_active[0] + 2 * window_margin, oled_active[1] + 2 * window_margin];

// --- button
button_hole = 10;      // diameter at its narrowest
button_chamfer = 1;    // of the hole's edge on the face
button_recess = 1.2;   // of the cap below the face, while it rests on the switch
button_play = 0.3;     // that the cap can rise before it meets the lid
cap_fit = 0.3;
cap_flange = 1.2;
cap_diameter = button_hole - 2 * cap_fit;
cap_top = size[2] - button_recess;
cap_bottom = button_center[2] + button[2];
finger_radius = 8;     // of a finger's pulp that must reach the button; assumed
bag_radius = 16;       // of the smallest rounded thing that must not; assumed

// --- seal, tamper loop
seal_recess = 0.4;
seal_on_lid = 10.5;    // this much of the seal's length lies on the lid, the rest on the right wall
seal_size = [seal[0] + 2 * seal_clearance, seal_on_lid + seal_clearance]; // y, x
seal_y = electronics[1] + 0.3;
eye = [size[0] - wall - boss_inset, electronics[1] + 7.2, 0];
eye_z = pcb_at[2] + pcb[2] + 3;
eye_hole = 1.6;
eye_fin = 2;
fin_end = eye[1] + 1.8;
well = 3.5;            // filled with glue over the pulled-in loop
well_hole = 1;
well_floor = 1;

// --- pegs of the lid that hold the board down: from the board's corner
pegs = [[46, 15], [26.5, 9]];
peg = 3;

// --- notches of the board round bosses and fin: [x, y, width, height] from the board's corner
notch_gap = 0.5;
notch_left = [0, 0, lid_screws[0][0] + boss_radius + notch_gap - pcb_at[0],
    lid_screws[0][1] + boss_radius + notch_gap - pcb_at[1]];
notch_right = [lid_screws[1][0] - boss_radius - notch_gap - pcb_at[0], 0, 9, fin_end + notch_gap - pcb_at[1]];
notch_middle = [door_screw[0] - boss_radius - notch_gap - pcb_at[0], 0, 2 * (boss_radius + notch_gap),
    door_screw[1] + boss_radius + notch_gap - pcb_at[1]];

// --- lug for a key ring
lug = [12, 8, 4];      // width, reach, thickness
lug_hole = 4;
lug_x = size[0] - corner - lug[0] / 2 - 1;

module report_pocket() {
    report_box("case", "pocket", [0, 0, 0], size);
    report_box("cavity", "electronics", electronics, [inner_x, electronics_y, inner_z]);
    report_box("cavity", "battery", battery, [inner_x, battery_y, inner_z]);
    report_module("pcb", "electronics", pcb_at, pcb, pcb_clearance);
    report_module("oled_module", "electronics", oled_at, oled_module, oled_module_clearance);
    report_module("rtc_holder", "electronics", rtc_holder_at, rtc_holder, rtc_holder_clearance, "pcb");
    report_module("esp32_s3", "electronics", esp32_at, esp32_s3, esp32_s3_clearance, "pcb");
    report_module("ds3232", "electronics", ds3232_at, ds3232, ds3232_clearance, "pcb");
    report_module("usb_uart", "electronics", usb_uart_at, usb_uart, usb_uart_clearance, "pcb");
    report_module("button", "electronics", button_at, button, button_clearance, "pcb");
    report_module("usb_c", "electronics", usb_at, usb_c, usb_c_clearance, "pcb", "-x");
    for (i = [0:2]) {
        report_module(str("aaa_cell_", i + 1), "battery", cell_at(i), aaa_cell, aaa_cell_clearance / 2);
        for (left = [true, false])
            report_module(str("contact_", i + 1, left ? "_left" : "_right"), "battery", contact_at(i, left),
                contact(i, left), 0);
    }
    report_box("window", "opening", [active_center[0] - window[0] / 2, active_center[1] - window[1] / 2, rim],
        [window[0], window[1], lid]);
    report_box("window", "pane", [active_center[0] - window_pane[0] / 2, active_center[1] - window_pane[1] / 2, rim],
        window_pane);
    report_box("window", "lit", [active_center[0] - oled_active[0] / 2, active_center[1] - oled_active[1] / 2,
        oled_at[2] + oled_module[2]], oled_active);
    report_screw("lid_1", lid_screws[0]);
    report_screw("lid_2", lid_screws[1]);
    report_screw("door", door_screw);
    for (n = [notch_left, notch_right, notch_middle])
        report_box("notch", "pcb", pcb_at + [n[0], n[1], 0], [n[2], n[3], pcb[2]]);
    for (i = [0:1])
        report_box("peg", str("peg_", i + 1), [pcb_at[0] + pegs[i][0] - peg / 2, pcb_at[1] + pegs[i][1] - peg / 2,
            on_pcb[2]], [peg, peg, rim - on_pcb[2]]);
    report_box("seal", "on_lid", [size[0] - seal_on_lid, seal_y + seal_clearance, rim], [seal_on_lid, seal[0], lid]);
    report_box("seal", "on_wall", [size[0] - seal_recess, seal_y + seal_clearance, size[2] - (seal[1] - seal_on_lid)],
        [seal_recess, seal[0], seal[1] - seal_on_lid]);
    report_box("loop", "well", [eye[0] - well / 2, eye[1] - well / 2, rim], [well, well, lid]);
    report_box("loop", "run", [eye[0] - eye_hole / 2, eye[1] - eye_hole / 2, eye_z],
        [eye_hole, eye_hole, rim - eye_z]);
    report_box("button", "hole", [button_center[0] - button_hole / 2, button_center[1] - button_hole / 2, rim],
        [button_hole, button_hole, lid]);
    report_box("lid", "lid", [0, seam_y, rim], [size[0], size[1] - seam_y, lid]);
    report_number("button_mouth", button_hole + 2 * button_chamfer);
    report_number("button_recess", button_recess);
    report_number("button_travel", button_travel[2]);
    report_number("finger_radius", finger_radius);
    report_number("bag_radius", bag_radius);
    report_number("thinnest", min(lip, rib, divider, wall - seal_recess, lid - seal_recess, window_lip, well_floor,
        wall - hook[1] - fit, boss_radius - screw_core / 2));
    report_number("min_wall", min_wall);
    report_number("max_bridge", max_bridge);
    report_parts();
}

// A screw: its head in the face, and the boss that it is cut into.
module report_screw(name, axis) {
    report_box("head", name, [axis[0] - screw[0] / 2, axis[1] - screw[0] / 2, rim], [screw[0], screw[0], lid]);
    report_box("boss", name, [axis[0] - boss_radius, axis[1] - boss_radius, size[2] - screw[2]],
        [2 * boss_radius, 2 * boss_radius, screw[2] - lid]);
}

// The printed parts' own outer sizes, as they lie on the printer's bed.
module report_parts() {
    report_box("part", "body", [0, 0, 0], [size[0], size[1] + lug[1], rim]);
    report_box("part", "lid", [-size[0], seam_y + fit / 2, 0],
        [size[0], size[1] - seam_y - fit / 2, size[2] - on_pcb[2] - fit / 2]);
    report_box("part", "door", [-size[0], 0, 0], [size[0], door_screw[1] + tab_radius, lid + lip_depth]);
    report_box("part", "cap", [button_center[0] - cap_diameter / 2 - cap_flange,
        button_center[1] - cap_diameter / 2 - cap_flange, 0],
        [cap_diameter + 2 * cap_flange, cap_diameter + 2 * cap_flange, cap_top - cap_bottom - skin]);
}
