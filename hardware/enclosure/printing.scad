// How the parts are printed. All lengths in mm.

line_width = 0.45;    // of a 0.4 mm nozzle
layer = 0.2;
fit = 0.2;            // gap, each side, between printed parts that slide into each other
max_bridge = 14;      // the longest way that plastic is drawn through the air
min_wall = 2 * line_width;
skin = 0.02;          // what touches is drawn this much smaller when asking whether it overlaps
$fn = 24;

screw_clearance = 2.2; // M2 passes
screw_core = 1.6;      // M2 cuts its thread

// A box with rounded upright edges, from the origin.
module rounded_box(size, r) {
    linear_extrude(size[2]) translate([r, r]) offset(r = r) square([size[0] - 2 * r, size[1] - 2 * r]);
}

// A box that grows by 45 degrees from the inner rectangle at z = 0 to the outer one at z = h; centred in x and y.
module flared_box(inner, grow, h) {
    hull() {
        translate([-inner[0] / 2, -inner[1] / 2, 0]) cube([inner[0], inner[1], 0.01]);
        translate([-inner[0] / 2 - grow, -inner[1] / 2 - grow, h - 0.01])
            cube([inner[0] + 2 * grow, inner[1] + 2 * grow, 0.01]);
    }
}

// The hole of a countersunk screw: z = 0 is the face, the screw points down.
module countersink(depth) {
    head = (screw[0] - screw_clearance) / 2;
    translate([0, 0, -depth - 0.1]) cylinder(d = screw_clearance, h = depth + 0.2);
    translate([0, 0, -head]) cylinder(d1 = screw_clearance, d2 = screw[0], h = head + 0.01);
    cylinder(d = screw[0], h = 1);
}

// What the fit check reads: one JSON array a line.
module report_module(name, cavity, at, size, clearance, rests_on = "", opening = "") {
    echo("module", name, cavity, at, size, clearance, rests_on, opening);
}
module report_box(kind, name, at, size) { echo("box", kind, name, at, size); }
module report_number(name, value) { echo("number", name, value); }
