import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFonts } from './pdf-fonts.js';

let loading: Promise<NodeCompiler> | undefined;

/** The one typesetter of a process, loaded when the first page is printed: a process that prints none needs neither the library nor its fonts. */
export function typesetter(): Promise<NodeCompiler> {
  loading ??= load();
  return loading;
}

async function load(): Promise<NodeCompiler> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return Compiler.create({ fontArgs: [{ fontBlobs: readFonts() }] });
}
