// The bench stand: a base for breadboard and modules, and an inclined panel for display and button.
// Choose a part in the customizer, or with -D 'part="panel"'.
include <modules.scad>
include <printing.scad>

part = "assembled"; // [assembled, base, panel, overlap]

base = 2.4;            // thickness
post = 1.6;            // thickness of the corner posts
post_height = 5;
post_length = 8;
gap = 6;               // between modules, for fingers and wires
edge = 3;
panel = 3;             // thickness
panel_angle = 20;      // leaning back from upright
slot_wall = 4;
slot_depth = 8;
window_margin = 1;
bezel = 1.2;           // of the panel in front of the display's board
frame = 1.6;           // round what sits behind the panel

// Room of a module with its clearance.
function room(size, clearance) = [size[0] + 2 * clearance, size[1] + 2 * clearance];

breadboard_room = room(breadboard, breadboard_clearance);
clock_room = room(ds3231_module, ds3231_module_clearance);
uart_room = room(usb_uart_module, usb_uart_module_clearance);
column_x = edge + post + breadboard_room[0] + gap + 2 * post;
column = max(clock_room[0], uart_room[0]);
column_y = clock_room[1] + uart_room[1] + gap + 2 * post;
slot_y = edge + 2 * post + max(breadboard_room[1], column_y) + gap;
slot_run = panel / cos(panel_angle) + fit;
size = [column_x + column + post + edge, slot_y + slot_run + slot_depth * tan(panel_angle) + 2 * slot_wall];

breadboard_at = [edge + post + breadboard_clearance, edge + post + breadboard_clearance, base];
devkit_at = breadboard_at + [breadboard[0] - devkit[0] - 6, (breadboard[1] - devkit[1]) / 2, breadboard[2]];
uart_at = [column_x + usb_uart_module_clearance, edge + post + usb_uart_module_clearance, base];
clock_at = [column_x + ds3231_module_clearance,
    edge + 3 * post + uart_room[1] + gap + ds3231_module_clearance, base];

// The panel lies in its own plane: x along it, y up it, z = 0 the face.
panel_size = [oled_module[0] + button_board[0] + 4 * edge + 4 * frame + gap,
    oled_module[1] + 2 * edge + slot_depth + 8];
panel_x = (size[0] - panel_size[0]) / 2;
oled_in_panel = [edge + frame + oled_module_clearance, slot_depth + edge + frame + oled_module_clearance];
active_in_panel = oled_in_panel
    + [oled_module[0] / 2 + oled_active_shift[0], oled_module[1] / 2 + oled_active_shift[1]];
button_in_panel = [panel_size[0] - edge - frame - button_board_clearance - button_board[0] / 2,
    oled_in_panel[1] + oled_module[1] / 2];
window = [oled_active[0] + 2 * window_margin, oled_active[1] + 2 * window_margin];

report_box("case", "bench", [0, 0, 0],
    [size[0], size[1], base + panel_size[1] * cos(panel_angle)]);
report_box("cavity", "base", [edge, edge, base], [size[0] - 2 * edge, slot_y - edge, 40]);
report_module("breadboard", "base", breadboard_at, breadboard, breadboard_clearance);
report_module("devkit", "base", devkit_at, devkit, devkit_clearance, "breadboard");
report_module("usb_uart_module", "base", uart_at, usb_uart_module, usb_uart_module_clearance);
report_module("ds3231_module", "base", clock_at, ds3231_module, ds3231_module_clearance);
report_box("cavity", "panel", [0, slot_depth, 0], [panel_size[0], panel_size[1] - slot_depth, 20]);
report_module("oled_module", "panel", [oled_in_panel[0], oled_in_panel[1], bezel], oled_module, oled_module_clearance);
report_module("button_board", "panel",
    [button_in_panel[0] - button_board[0] / 2, button_in_panel[1] - button_board[1] / 2, panel],
    button_board, button_board_clearance);
report_box("window", "opening", [active_in_panel[0] - window[0] / 2, active_in_panel[1] - window[1] / 2, 0],
    [window[0], window[1], bezel]);
report_box("window", "lit",
    [active_in_panel[0] - oled_active[0] / 2, active_in_panel[1] - oled_active[1] / 2, bezel], oled_active);
report_number("button_proud", button[2] - panel);
report_number("thinnest", min(bezel, post, frame));
report_number("min_wall", min_wall);
report_number("max_bridge", max_bridge);
report_box("part", "base", [0, 0, 0], [size[0], size[1], base + slot_depth]);
report_box("part", "panel", [-panel_size[0], 0, 0], [panel_size[0], panel_size[1], panel + button_board[2]]);

module corner_posts(at, size, clearance) {
    outer = [size[0] + 2 * (clearance + post), size[1] + 2 * (clearance + post)];
    translate([at[0] - clearance - post, at[1] - clearance - post, 0]) difference() {
        cube([outer[0], outer[1], base + post_height]);
        translate([post, post, -1]) cube([outer[0] - 2 * post, outer[1] - 2 * post, base + post_height + 2]);
        translate([post_length, -1, -1]) cube([outer[0] - 2 * post_length, outer[1] + 2, base + post_height + 2]);
        translate([-1, post_length, -1]) cube([outer[0] + 2, outer[1] - 2 * post_length, base + post_height + 2]);
    }
}

module stand_base() {
    difference() {
        union() {
            rounded_box([size[0], size[1], base], edge);
            corner_posts(breadboard_at, breadboard, breadboard_clearance);
            corner_posts(uart_at, usb_uart_module, usb_uart_module_clearance);
            corner_posts(clock_at, ds3231_module, ds3231_module_clearance);
            translate([panel_x - slot_wall, slot_y, 0]) slot_block();
        }
        translate([panel_x, slot_y + slot_wall, base]) rotate([-panel_angle, 0, 0])
            translate([-fit, 0, 0]) cube([panel_size[0] + 2 * fit, panel + fit, 3 * slot_depth]);
    }
}

module slot_block() {
    cube([panel_size[0] + 2 * slot_wall, size[1] - slot_y - 0.01, base + slot_depth]);
}

// Drawn as one sees through the face: x to the right, y up, z away from the eye. That is left-handed, so whoever puts
// it into space mirrors it once.
module stand_panel() {
    difference() {
        union() {
            cube([panel_size[0], panel_size[1], panel]);
            translate(concat(oled_in_panel + [oled_module[0], oled_module[1]] / 2, 0))
                centered_box(oled_module, oled_module_clearance + frame, panel + button_board[2]);
            translate(concat(button_in_panel, 0))
                centered_box(button_board, button_board_clearance + frame, panel + button_board[2]);
        }
        translate(concat(oled_in_panel + [oled_module[0], oled_module[1]] / 2, bezel))
            centered_box(oled_module, oled_module_clearance, 10);
        translate([active_in_panel[0], active_in_panel[1], bezel + 0.01]) mirror([0, 0, 1])
            flared_box(window, bezel, bezel + 0.02);
        translate(concat(button_in_panel, panel)) centered_box(button_board, button_board_clearance, 10);
        translate(concat(button_in_panel, -1)) centered_box(button, fit, panel + 2);
        // Pins of the display and wires of the button leave through the frames.
        board_back = bezel + oled_module[2] - oled_glass[2];
        translate(concat(oled_in_panel + [oled_module[0] / 2 - 6, oled_module[1]], board_back)) cube([12, 4, 10]);
        translate([button_in_panel[0] - 3, button_in_panel[1], panel]) cube([6, button_board[1], 10]);
    }
}

module centered_box(size, grow, height) {
    translate([-size[0] / 2 - grow, -size[1] / 2 - grow, 0]) cube([size[0] + 2 * grow, size[1] + 2 * grow, height]);
}

// From the panel's own plane into the slot: the face looks forward.
module stand_up() {
    translate([panel_x, slot_y + slot_wall + fit / 2, base]) rotate([90 - panel_angle, 0, 0])
        mirror([0, 0, 1]) children();
}

module module_box(at, size, inset) { translate(at + [inset, inset, inset]) cube(size - [2, 2, 2] * inset); }

module base_modules(inset = 0) {
    color("ivory") module_box(breadboard_at, breadboard, inset);
    color("dimgray") module_box(devkit_at, devkit, inset);
    color("royalblue") module_box(clock_at, ds3231_module, inset);
    color("darkred") module_box(uart_at, usb_uart_module, inset);
}

module panel_modules(inset = 0) {
    color("navy") module_box([oled_in_panel[0], oled_in_panel[1], bezel], oled_module, inset);
    color("peru")
        module_box(concat(button_in_panel - [button_board[0], button_board[1]] / 2, panel), button_board, inset);
    color("black") module_box(concat(button_in_panel - [button[0], button[1]] / 2, panel - button[2]), button, inset);
}

module lit_area() {
    color("cyan") translate(concat(active_in_panel - [oled_active[0], oled_active[1]] / 2, bezel - 0.05))
        cube([oled_active[0], oled_active[1], 0.05]);
}

if (part == "base") stand_base();
// Printed with the face down.
if (part == "panel") mirror([1, 0, 0]) stand_panel();
if (part == "overlap") {
    intersection() { stand_base(); base_modules(skin); }
    intersection() { stand_panel(); panel_modules(skin); }
    intersection() { stand_base(); stand_up() stand_panel(); }
}
if (part == "assembled") {
    color("slategray") render() stand_base();
    color("lightsteelblue") stand_up() render() stand_panel();
    stand_up() { panel_modules(); lit_area(); }
    base_modules();
}
