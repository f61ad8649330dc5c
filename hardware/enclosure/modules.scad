// Written by `dotnet run --project hardware/HwToken.Enclosure -- --write` from modules.csv:
// change sizes there.

pcb = [49.4, 44, 1.6];
pcb_clearance = 0.3;

esp32_s3 = [18, 25.5, 3.1];
esp32_s3_clearance = 0.5;

oled_module = [27.3, 27.8, 4.1];
oled_module_clearance = 0.5;

oled_glass = [26.7, 19.26, 1.45];
oled_glass_clearance = 0;

oled_active = [21.744, 10.864, 0];
oled_active_clearance = 0;

oled_active_shift = [0, 1.75, 0];
oled_active_shift_clearance = 0;

ds3232 = [12.8, 10.3, 2.65];
ds3232_clearance = 0.5;

usb_uart = [4, 4, 0.9];
usb_uart_clearance = 0.5;

usb_c = [7.35, 8.94, 3.26];
usb_c_clearance = 0.3;

usb_plug = [0, 12.35, 6.5];
usb_plug_clearance = 0.3;

button = [6, 6, 4.3];
button_clearance = 0.5;

button_travel = [0, 0, 0.25];
button_travel_clearance = 0;

rtc_holder = [28, 26, 5.8];
rtc_holder_clearance = 0.5;

rtc_cell = [24.5, 24.5, 5];
rtc_cell_clearance = 0;

aaa_cell = [44.5, 10.5, 10.5];
aaa_cell_clearance = 0.3;

aaa_spring = [4, 9, 9];
aaa_spring_clearance = 0;

aaa_plate = [1, 9, 9];
aaa_plate_clearance = 0;

window_pane = [27, 16, 1];
window_pane_clearance = 0.2;

seal = [12, 22, 0.2];
seal_clearance = 0.5;

screw = [3.8, 3.8, 8];
screw_clearance = 0.5;

devkit = [54.4, 27.9, 7.5];
devkit_clearance = 0.5;

breadboard = [82, 55, 8.5];
breadboard_clearance = 1;

ds3231_module = [38, 22, 14];
ds3231_module_clearance = 1;

usb_uart_module = [42, 20, 8];
usb_uart_module_clearance = 1;

button_board = [12.7, 12.7, 1.6];
button_board_clearance = 0.5;
