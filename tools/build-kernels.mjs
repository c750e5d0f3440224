// Compiles every packages/*/kernels/*.ts (AssemblyScript) into kernels/dist/*.ts: a module that carries the WebAssembly
// and loads it without a file or a request. tools/setup.mjs calls it when a source has changed.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

for (const folder of kernelFolders()) {
  const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const carriers = [];
  for (const source of sources) {
    const wasm = await compile(relative(root, join(folder, source)));
    carriers.push([source, carrierOf(source, wasm)]);
  }
  const dist = join(folder, "dist");
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist);
  for (const [source, carrier] of carriers) writeFileSync(join(dist, source), carrier);
}

function kernelFolders() {
  return readdirSync(join(root, "packages"))
    .map((name) => join(root, "packages", name, "kernels"))
    .filter((folder) => readdirSync(dirname(folder)).includes("kernels"));
}

/**
 * No runtime, which the compiler calls its "stub" runtime, and no checks: a kernel works on memory that is handed to it,
 * and the caller checks the sizes.
 */
async function compile(source) {
  let wasm;
  const { error, stderr } = await asc.main(
    [
      source,
      "--outFile=kernel.wasm",
      "--enable=simd",
      "--runtime=stub",
      "--importMemory",
      "--noAssert",
      "-O3",
    ],
    {
      baseDir: root,
      writeFile: (_name, contents) => {
        wasm = contents;
      },
    },
  );
  if (error || !wasm) {
    console.error(`${source} could not be compiled.\n${stderr.toString().slice(0, 2000)}`);
    process.exit(1);
  }
  return wasm;
}

/** Numbers instead of base64: they need no decoder, and packed for the web they are as small. */
function carrierOf(source, wasm) {
  const names = WebAssembly.Module.exports(new WebAssembly.Module(wasm))
    .filter(({ kind }) => kind === "function")
    .map(({ name }) => name);
  return `// Made by tools/build-kernels.mjs from kernels/${basename(source)}; changes here are lost.

/** Takes and gives plain numbers; an address counts bytes from the start of the memory. */
type Call = (...values: number[]) => number;

export interface Kernel {
  readonly memory: ArrayBuffer;
${names.map((name) => `  readonly ${name}: Call;`).join("\n")}
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

declare const WebAssembly:
  | {
      readonly Module: new (code: Uint8Array) => object;
      readonly Memory: new (size: { readonly initial: number }) => Memory;
      readonly Instance: new (
        module: object,
        imports: { readonly env: { readonly memory: Memory } },
      ) => { readonly exports: Omit<Kernel, "memory"> };
    }
  | undefined;

const pageBytes = 65536;
let compiled: object | undefined;

/** The kernel with memory of its own, or nothing where WebAssembly is missing, too old for it, or refused by the page. */
export function loadKernel(byteCount: number): Kernel | undefined {
  try {
    if (typeof WebAssembly === "undefined") return undefined;
    compiled ??= new WebAssembly.Module(code);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(byteCount / pageBytes) });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return { ...exports, memory: memory.buffer };
  } catch {
    return undefined;
  }
}

const code = Uint8Array.of(
${linesOf(wasm)}
);
`;
}

function linesOf(wasm) {
  const lines = [];
  for (let at = 0; at < wasm.length; at += 32) {
    lines.push(`  ${[...wasm.subarray(at, at + 32)].join(", ")},`);
  }
  return lines.join("\n");
}
