// The pocket case. Choose a part in the customizer, or with -D 'part="lid"'.
include <pocket_parts.scad>
include <pocket_modules.scad>

part = "assembled"; // [assembled, exploded, inside, body, lid, door, cap, overlap]

report_pocket();

if (part == "body") body();
// Lid and door are printed with the face down, and so is the cap.
if (part == "lid") translate([0, 0, size[2]]) mirror([0, 0, 1]) mirror([1, 0, 0]) lid();
if (part == "door") translate([0, 0, size[2]]) mirror([0, 0, 1]) mirror([1, 0, 0]) door();
if (part == "cap") translate([0, 0, cap_top]) mirror([0, 0, 1]) cap();
// What plastic and parts share: must be nothing.
if (part == "overlap") {
    for (i = [0:3]) intersection() { printed_part(i); pocket_modules(skin); }
    // Lifted off the rim that it lies on, by less than a layer.
    for (i = [0:2]) for (j = [i + 1:3]) intersection() {
        printed_part(i);
        translate([0, 0, i == 0 ? skin : 0]) printed_part(j);
    }
}
// Without the pane, so that the picture shows what is behind it.
if (part == "assembled") { printed(); pocket_modules(pane = false); lit_area(); }
if (part == "inside") { color("slategray") render() body(); pocket_modules(); lit_area(); }
if (part == "exploded") {
    color("slategray") render() body();
    translate([0, 0, 22]) { pocket_modules(); lit_area(); }
    translate([0, 0, 55]) color("silver") render() lid();
    translate([0, 0, 47]) color("orangered") render() cap();
    translate([0, -6, 55]) color("lightsteelblue") render() door();
}

module printed_part(i) {
    if (i == 0) body();
    if (i == 1) lid();
    if (i == 2) door();
    if (i == 3) cap();
}

module printed() {
    color("slategray") render() body();
    color("silver") render() lid();
    color("lightsteelblue") render() door();
    color("orangered") render() cap();
    color("khaki") seal_label();
}

module seal_label() {
    on_wall = seal[1] - seal_on_lid;
    translate([size[0] - seal_on_lid, seal_y + seal_clearance, size[2] - seal_recess])
        cube([seal_on_lid - seal_recess, seal[0], seal[2]]);
    translate([size[0] - seal_recess, seal_y + seal_clearance, size[2] - seal_recess + seal[2] - on_wall])
        cube([seal[2], seal[0], on_wall]);
}
