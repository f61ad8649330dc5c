// The printed parts of the pocket case, each where it stands in the closed case.
include <pocket_layout.scad>

usb_center = usb_at + [0, usb_c[1], usb_c[2]] / 2;

module body() {
    difference() {
        union() {
            difference() {
                rounded_box([size[0], size[1], rim], corner);
                translate(battery) rounded_box([inner_x, battery_y, inner_z + 1], 0.5);
                translate(electronics) rounded_box([inner_x, electronics_y, inner_z + 1], 0.5);
            }
            in_shell() { bosses(); tamper_fin(); pcb_shelves(); }
            cell_bed();
            key_lug();
        }
        for (p = concat(lid_screws, [door_screw])) translate([p[0], p[1], rim - screw[2] + lid - 0.5])
            cylinder(d = screw_core, h = screw[2]);
        hook_slots();
        contact_pockets();
        wire_holes();
        usb_port();
        seal_on_wall_recess();
        translate([eye[0] - 5, eye[1], eye_z]) rotate([0, 90, 0]) cylinder(d = eye_hole, h = 10 - wall - boss_inset);
    }
}

// Keeps what grows from the walls inside of them.
module in_shell() {
    intersection() {
        union() children();
        rounded_box([size[0], size[1], rim], corner);
    }
}

module bosses() {
    for (p = lid_screws) {
        translate([p[0], p[1], floor]) cylinder(r = boss_radius, h = inner_z);
        // Into the corner, so that the boss is part of both walls.
        side = p[0] < size[0] / 2 ? -boss_inset : 0;
        translate([p[0] + side, p[1] - boss_inset, floor]) cube([boss_inset, boss_inset, inner_z]);
    }
    translate([door_screw[0], door_screw[1], floor]) {
        cylinder(r = boss_radius, h = inner_z);
        grow = pad_radius - boss_radius;
        translate([0, 0, inner_z - grow - 1.5]) cylinder(r1 = boss_radius, r2 = pad_radius, h = grow);
        translate([0, 0, inner_z - 1.5]) cylinder(r = pad_radius, h = 1.5);
    }
}

// Carries the eye that the tamper loop runs through, and is part of the boss beside it.
module tamper_fin() {
    translate([eye[0] - eye_fin / 2, lid_screws[1][1], floor])
        cube([eye_fin, fin_end - lid_screws[1][1], rim - floor - lip_depth - 1]);
}

module pcb_shelves() {
    for (y = [18, 36]) translate([wall, electronics[1] + y, floor]) {
        cube([2, 4, pcb_underside]);
        translate([inner_x - 2, 0, 0]) cube([2, 4, pcb_underside]);
    }
    translate([wall + 9, electronics[1], floor]) cube([4, 2, pcb_underside]);
    translate([pcb_at[0] + pegs[1][0] - 2, pcb_at[1] + pegs[1][1] - 2, floor]) cube([4, 4, pcb_underside]);
}

module cell_bed() {
    for (i = [1:2]) translate([battery[0], battery[1] + i * (lane + rib) - rib, floor])
        cube([inner_x, rib, cell_z - floor + aaa_cell[2] / 2]);
    difference() {
        for (x = saddle_x) translate([battery[0] + x, battery[1], floor])
            cube([saddle, battery_y, cell_z - floor + aaa_cell[2] / 4]);
        for (i = [0:2]) translate(cell_at(i) + [-5, aaa_cell[1] / 2, aaa_cell[2] / 2]) rotate([0, 90, 0])
            cylinder(d = aaa_cell[1] + aaa_cell_clearance, h = aaa_cell[0] + 10, $fn = 48);
    }
}

module key_lug() {
    difference() {
        translate([lug_x - lug[0] / 2, size[1] - 1, 0]) {
            cube([lug[0], lug[1] - lug[0] / 2 + 1 + 0.01, lug[2]]);
            translate([lug[0] / 2, lug[1] - lug[0] / 2 + 1, 0]) cylinder(d = lug[0], h = lug[2]);
        }
        translate([lug_x, size[1] + lug[1] - lug[0] / 2, -1]) cylinder(d = lug_hole, h = lug[2] + 2);
    }
}

module hook_slots() {
    for (x = hook_x) {
        slot = [hook[0] + 2 * fit, hook[1] + fit, hook[2] + 2 * fit];
        translate([x - slot[0] / 2, 0, rim - lip_depth - fit]) {
            translate([0, top_y - 0.01, 0]) cube(slot + [0, 0.01, 0]);
            translate([0, wall - slot[1], 0]) cube(slot + [0, 0.01, 0]);
        }
    }
}

// Contacts slide in from above and are held down by the door.
module contact_pockets() {
    depth = 0.6;
    for (i = [0:2]) translate([0, contact_y(i) - fit, contact_z - fit]) {
        translate([wall - depth, 0, 0]) cube([depth + 0.01, aaa_plate[1] + 2 * fit, inner_z]);
        translate([wall + inner_x - 0.01, 0, 0]) cube([depth + 0.01, aaa_plate[1] + 2 * fit, inner_z]);
    }
}

// For the two wires from the cells; filled with glue, they are the only way through the divider.
module wire_holes() {
    for (x = [15.5, size[0] - 15.5]) translate([x, electronics[1] - divider / 2, floor + 1]) rotate([90, 0, 0])
        cylinder(d = 1.6, h = divider + 1, center = true);
}

module usb_port() {
    room = usb_c_clearance;
    translate([-1, usb_at[1] - room, usb_at[2] - room])
        cube([wall + 1.01, usb_c[1] + 2 * room, usb_c[2] + 2 * room]);
    // The plug's overmould reaches into the wall as far as the receptacle's face.
    translate([-1, usb_center[1] - usb_plug[1] / 2 - room, usb_center[2] - usb_plug[2] / 2 - room])
        cube([usb_at[0] + 1, usb_plug[1] + 2 * room, usb_plug[2] + 2 * room]);
}

module seal_on_wall_recess() {
    translate([size[0] - seal_recess, seal_y, size[2] - (seal[1] - seal_on_lid) - seal_clearance])
        cube([1, seal_size[0], size[2]]);
}

module face_plate(from_y, to_y) {
    intersection() {
        translate([0, 0, rim]) rounded_box([size[0], size[1], lid], corner);
        translate([-1, from_y, rim]) cube([size[0] + 2, to_y - from_y, lid]);
    }
}

module hooks(y, direction) {
    for (x = hook_x) translate([x - hook[0] / 2, y, rim - lip_depth]) {
        translate([0, direction > 0 ? -lip - fit : fit, 0]) cube([hook[0], lip, lip_depth]);
        hull() {
            translate([0, direction > 0 ? -lip - fit : fit, 0]) cube([hook[0], lip, hook[2]]);
            translate([0, direction > 0 ? 0 : -hook[1] + fit, 0]) cube([hook[0], hook[1] - fit, 0.2]);
        }
    }
}

module lid() {
    difference() {
        union() {
            face_plate(seam_y + fit / 2, size[1] + 1);
            lid_lip();
            hooks(top_y, 1);
            for (p = pegs) translate([pcb_at[0] + p[0], pcb_at[1] + p[1], on_pcb[2] + fit / 2])
                cylinder(d = peg, h = rim - on_pcb[2]);
        }
        for (p = lid_screws) translate([p[0], p[1], size[2]]) countersink(lid);
        translate([0, 0, rim - 0.1]) linear_extrude(lid + 1) door_tab(fit);
        translate([active_center[0], active_center[1], rim - 0.01]) window_cut();
        translate([button_center[0], button_center[1], rim - 0.1]) cylinder(d = button_hole, h = lid + 1);
        translate([button_center[0], button_center[1], size[2] - button_chamfer])
            cylinder(d1 = button_hole, d2 = button_hole + 2 * button_chamfer + 0.02, h = button_chamfer + 0.01);
        translate([size[0] - seal_size[1], seal_y, size[2] - seal_recess])
            cube([seal_size[1] + 1, seal_size[0], 1]);
        translate([size[0] - seal_recess, seal_y, rim - 1]) cube([1, seal_size[0], lid + 2]);
        translate([eye[0], eye[1], rim + well_floor]) cylinder(d = well, h = lid);
        translate([eye[0], eye[1], rim - 1]) cylinder(d = well_hole, h = lid);
    }
}

// Carries the door's screw over the divider; the lid leaves out the same shape, grown by the gap.
module door_tab(grow) {
    offset(delta = grow) hull() {
        translate([door_screw[0], door_screw[1]]) circle(r = tab_radius);
        translate([door_screw[0] - tab_radius, seam_y - 1]) square([2 * tab_radius, 0.5]);
    }
}

module lid_lip() {
    difference() {
        translate([wall + fit, electronics[1] + fit, rim - lip_depth])
            rounded_box([inner_x - 2 * fit, electronics_y - 2 * fit, lip_depth + 0.01], 0.5);
        translate([wall + fit + lip, electronics[1] + fit + lip, rim - lip_depth - 1])
            cube([inner_x - 2 * fit - 2 * lip, electronics_y - 2 * fit - 2 * lip, lip_depth + 2]);
        for (p = lid_screws) translate([p[0], p[1], rim - lip_depth - 1])
            cube([2, 2, 4] * (max(boss_radius, boss_inset) + 2 * fit), center = true);
        translate([door_screw[0], door_screw[1], rim - lip_depth - 1])
            cylinder(r = pad_radius + 2 * fit, h = lip_depth + 1);
    }
}

module window_cut() {
    translate([0, 0, (window_pane[2] + 0.01) / 2])
        cube([window_pane[0] + 2 * window_pane_clearance, window_pane[1] + 2 * window_pane_clearance,
            window_pane[2] + 0.01], center = true);
    flared_box(window, 0.01, lid + 0.1);
    translate([0, 0, lid - window_lip]) flared_box(window, window_lip, window_lip + 0.02);
}

module door() {
    difference() {
        union() {
            face_plate(-1, seam_y - fit / 2);
            translate([0, 0, rim]) linear_extrude(lid) door_tab(0);
            hooks(wall, -1);
            for (x = hook_x) translate([x - hook[0] / 2, electronics[1] - divider - fit - lip, rim - lip_depth])
                cube([hook[0], lip, lip_depth + 0.01]);
        }
        translate([door_screw[0], door_screw[1], size[2]]) countersink(lid);
    }
}

module cap() {
    // The cone's 45 degrees meet the hole's lower edge after the play, and print without supports.
    cone = rim - button_play + cap_fit;
    translate([button_center[0], button_center[1], 0]) {
        translate([0, 0, cone - 0.01]) cylinder(d = cap_diameter, h = cap_top - cone + 0.01);
        translate([0, 0, cone - cap_flange])
            cylinder(d1 = cap_diameter + 2 * cap_flange, d2 = cap_diameter, h = cap_flange);
        translate([0, 0, cone - cap_flange - 0.6]) cylinder(d = cap_diameter + 2 * cap_flange, h = 0.61);
        translate([0, 0, cap_bottom + skin]) cylinder(d = 5, h = cone - cap_bottom - skin);
    }
}
