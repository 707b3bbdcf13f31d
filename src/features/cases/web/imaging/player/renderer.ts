import type { Look, Subtraction } from './look.ts';
import type { Picture } from './picture.ts';
import { FRAGMENT, VERTEX } from './shaders.ts';
import { type Point, type Size, type View, toScreen } from './view.ts';

export type Renderer = {
  /** Neither sharpens nor subtracts: drawn without WebGL2. */
  readonly flat: boolean;
  /** Uploads a picture; it stays on the GPU until the next one. */
  show(picture: Picture): void;
  /** Uploads what `draw` may subtract: a picture of the same kind as those shown. */
  mask(picture: Picture): void;
  draw(view: View, look: Look, picture: Size, canvas: Size, subtraction: Subtraction | null): void;
  dispose(): void;
};

const MODES = { grey8: 0, grey: 0, rgb: 1, bitmap: 1, yuv: 2 } as const;

type Program = {
  readonly handle: WebGLProgram;
  readonly place: (name: string) => WebGLUniformLocation | null;
};

const PLANES = ['first', 'second', 'third', 'before'] as const;
const MASK = PLANES.indexOf('before');

/** Draws one picture with WebGL2. Null where there is no WebGL2. */
export function createRenderer(canvas: HTMLCanvasElement): Renderer | null {
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, preserveDrawingBuffer: true });
  if (!gl) return null;
  const program = link(gl);
  const corners = gl.createBuffer();
  const textures = PLANES.map(() => makeTexture(gl));
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  let mode: number = MODES.grey8;
  let extent: Size = { width: 1, height: 1 };
  return {
    flat: false,
    show(picture) {
      mode = MODES[picture.kind];
      extent = { width: picture.width, height: picture.height };
      upload(gl, textures, picture);
    },
    mask: (picture) => upload(gl, [textures[MASK] as WebGLTexture], picture),
    draw(view, look, picture, size, subtraction) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.clearColor(0, 0, 0, 1);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.useProgram(program.handle);
      for (const [unit, name] of PLANES.entries()) {
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, textures[unit] ?? null);
        gl.uniform1i(program.place(name), unit);
      }
      gl.uniform1i(program.place('mode'), mode);
      gl.uniform1f(program.place('center'), look.center);
      gl.uniform1f(program.place('width'), look.width);
      gl.uniform1f(program.place('inverted'), look.inverted ? 1 : 0);
      gl.uniform1f(program.place('sharp'), look.sharp ? 1 : 0);
      gl.uniform1f(program.place('subtracted'), subtraction ? 1 : 0);
      gl.uniform2f(program.place('shift'), (subtraction?.x ?? 0) / extent.width, (subtraction?.y ?? 0) / extent.height);
      gl.uniform2f(program.place('texel'), 1 / extent.width, 1 / extent.height);
      gl.bindBuffer(gl.ARRAY_BUFFER, corners);
      gl.bufferData(gl.ARRAY_BUFFER, cornersOf(view, picture, size, extent), gl.STREAM_DRAW);
      for (const attribute of [0, 1]) {
        gl.enableVertexAttribArray(attribute);
        gl.vertexAttribPointer(attribute, 2, gl.FLOAT, false, 16, attribute * 8);
      }
      gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    },
    dispose() {
      for (const texture of textures) gl.deleteTexture(texture);
      gl.deleteBuffer(corners);
      gl.deleteProgram(program.handle);
    },
  };
}

/** Four corners as clip place and texture place. A texture may be larger than the picture by the pixel that made it even. */
function cornersOf(view: View, picture: Size, canvas: Size, extent: Size): Float32Array<ArrayBuffer> {
  const scaled = extent.width >= picture.width && extent.height >= picture.height && extent.width - picture.width < 2 && extent.height - picture.height < 2;
  const right = scaled ? picture.width / extent.width : 1;
  const bottom = scaled ? picture.height / extent.height : 1;
  const places: readonly (readonly [Point, number, number])[] = [
    [{ x: 0, y: 0 }, 0, 0],
    [{ x: picture.width, y: 0 }, right, 0],
    [{ x: 0, y: picture.height }, 0, bottom],
    [{ x: picture.width, y: picture.height }, right, bottom],
  ];
  return new Float32Array(
    places.flatMap(([place, u, v]) => {
      const { x, y } = toScreen(place, view, picture, canvas);
      return [(2 * x) / canvas.width - 1, 1 - (2 * y) / canvas.height, u, v];
    }),
  );
}

function link(gl: WebGL2RenderingContext): Program {
  const handle = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, VERTEX], [gl.FRAGMENT_SHADER, FRAGMENT]] as const) {
    const shader = gl.createShader(kind);
    if (!shader) continue;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(handle, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(handle);
  if (!gl.getProgramParameter(handle, gl.LINK_STATUS) && !gl.isContextLost()) throw new Error(gl.getProgramInfoLog(handle) ?? 'shader');
  const places = new Map<string, WebGLUniformLocation | null>();
  return {
    handle,
    place(name) {
      if (!places.has(name)) places.set(name, gl.getUniformLocation(handle, name));
      return places.get(name) ?? null;
    },
  };
}

function makeTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  for (const [name, value] of [
    [gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE],
    [gl.TEXTURE_MIN_FILTER, gl.LINEAR],
    [gl.TEXTURE_MAG_FILTER, gl.LINEAR],
  ] as const) {
    gl.texParameteri(gl.TEXTURE_2D, name, value);
  }
  // An empty texture warns on every draw.
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, 1, 1, 0, gl.RED, gl.UNSIGNED_BYTE, new Uint8Array(1));
  return texture;
}

function upload(gl: WebGL2RenderingContext, textures: readonly WebGLTexture[], picture: Picture): void {
  const { width, height } = picture;
  const bind = (unit: number): void => gl.bindTexture(gl.TEXTURE_2D, textures[unit] ?? null);
  const bytes = (unit: number, data: Uint8Array, w: number, h: number): void => {
    bind(unit);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, w, h, 0, gl.RED, gl.UNSIGNED_BYTE, data);
  };
  if (picture.kind === 'grey8') bytes(0, picture.data, width, height);
  else if (picture.kind === 'yuv') {
    bytes(0, picture.y, width, height);
    bytes(1, picture.u, width >> 1, height >> 1);
    bytes(2, picture.v, width >> 1, height >> 1);
  } else if (picture.kind === 'grey') {
    // Half floats can be filtered everywhere in WebGL2; 11 bits of mantissa are finer than a screen's grey steps.
    bind(0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R16F, width, height, 0, gl.RED, gl.FLOAT, picture.data);
  } else if (picture.kind === 'rgb') {
    bind(0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB8, width, height, 0, gl.RGB, gl.UNSIGNED_BYTE, picture.data);
  } else {
    bind(0);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, gl.RGBA, gl.UNSIGNED_BYTE, picture.image);
  }
}
