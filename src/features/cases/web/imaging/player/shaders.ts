export const VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 corner;
out vec2 at;
void main() {
  at = corner;
  gl_Position = vec4(place, 0.0, 1.0);
}`;

/** Where equal greys lie after subtraction, and how much what differs is raised: contrast has most of the room, being darker than its mask. */
export const LEVEL = 0.7;
export const GAIN = 1.6;
/** Share of the fine detail that sharpening adds, and the radius it is taken over in picture pixels. */
const AMOUNT = 1.1;
const RADIUS = 1.3;

// mode 0: one grey channel; 1: colour; 2: full-range BT.709 in three planes.
// `seen` is the picture less its mask; sharpening (unsharp mask: the value and what it differs from its eight neighbours) works on that.
export const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D first;
uniform sampler2D second;
uniform sampler2D third;
uniform sampler2D before;
uniform int mode;
uniform float center;
uniform float width;
uniform float inverted;
uniform float sharp;
uniform float subtracted;
uniform vec2 shift;
uniform vec2 texel;
in vec2 at;
out vec4 colour;
vec3 stored(vec2 place) {
  if (mode == 0) return vec3(texture(first, place).r);
  if (mode == 1) return texture(first, place).rgb;
  float y = texture(first, place).r;
  float u = texture(second, place).r - 0.50196;
  float v = texture(third, place).r - 0.50196;
  return vec3(y + 1.5748 * v, y - 0.18733 * u - 0.46812 * v, y + 1.8556 * u);
}
vec3 seen(vec2 place) {
  vec3 value = stored(place);
  if (subtracted < 0.5) return value;
  return vec3(${LEVEL} + ${GAIN} * (value.r - texture(before, place - shift).r));
}
void main() {
  vec3 value = seen(at);
  if (sharp > 0.5) {
    vec2 r = texel * float(${RADIUS});
    vec3 side = seen(at + vec2(r.x, 0.0)) + seen(at - vec2(r.x, 0.0)) + seen(at + vec2(0.0, r.y)) + seen(at - vec2(0.0, r.y));
    vec3 corner = seen(at + r) + seen(at - r) + seen(at + vec2(r.x, -r.y)) + seen(at + vec2(-r.x, r.y));
    value += float(${AMOUNT}) * (value - (2.0 * side + corner) / 12.0);
  }
  value = (value - center) / max(width, 0.001) + 0.5;
  colour = vec4(clamp(mix(value, 1.0 - value, inverted), 0.0, 1.0), 1.0);
}`;
