export const VERTEX = `#version 300 es
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 corner;
out vec2 at;
void main() {
  at = corner;
  gl_Position = vec4(place, 0.0, 1.0);
}`;

// mode 0: one grey channel; 1: colour; 2: full-range BT.709 in three planes.
export const FRAGMENT = `#version 300 es
precision highp float;
uniform sampler2D first;
uniform sampler2D second;
uniform sampler2D third;
uniform int mode;
uniform float center;
uniform float width;
uniform float inverted;
in vec2 at;
out vec4 colour;
void main() {
  vec3 value;
  if (mode == 0) value = vec3(texture(first, at).r);
  else if (mode == 1) value = texture(first, at).rgb;
  else {
    float y = texture(first, at).r;
    float u = texture(second, at).r - 0.50196;
    float v = texture(third, at).r - 0.50196;
    value = vec3(y + 1.5748 * v, y - 0.18733 * u - 0.46812 * v, y + 1.8556 * u);
  }
  value = (value - center) / max(width, 0.001) + 0.5;
  colour = vec4(clamp(mix(value, 1.0 - value, inverted), 0.0, 1.0), 1.0);
}`;
