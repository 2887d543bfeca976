import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { z } from 'zod'

/**
 * Sets a document from its Typst source and inputs; throws with Typst's reasons when it cannot be set. Its pictures are the only files
 * that it can read: `picture-0`, `picture-1`…
 */
export function compileTypst(
  source: string,
  inputs: Record<string, string>,
  pictures: readonly Uint8Array[] = [],
): NodeTypstDocument {
  compiler().resetShadow()
  for (const [index, bytes] of pictures.entries())
    compiler().mapShadow(join(noFiles, `picture-${index}`), Buffer.from(bytes))
  const result = compiler().compile({ mainFileContent: source, inputs })
  if (result.result) return result.result
  const found = result.takeDiagnostics()
  const reasons = found
    ? compiler()
        .fetchDiagnostics(found)
        .map((each) => String(each.message))
    : []
  throw new Error(`The sheet could not be set: ${reasons.join('; ')}`)
}

/**
 * A document as a tagged PDF that conforms to PDF/UA-1, where a missing title or alternative is an error. `compile` gets the signs that no
 * font has, to be shown as boxes.
 */
export function exportPdf(compile: (missing: ReadonlySet<string>) => NodeTypstDocument): Uint8Array {
  const missing = new Set<string>()
  for (;;) {
    const document = compile(missing)
    try {
      return compiler().pdf(document, { pdfStandard: 'ua-1' })
    } catch (error) {
      const found = missingSigns(error).filter((sign) => !missing.has(sign))
      if (found.length === 0) throw error
      for (const sign of found) missing.add(sign)
    }
  }
}

/** What metadata of this label say of their place, in order: the page from 1, and how far down in points. */
export function placesOf(document: NodeTypstDocument, selector: '<start>' | '<end>') {
  const found: unknown = compiler().query(document, { selector })
  return places.parse(found).map(({ value }) => value)
}

const places = z.array(z.object({ value: z.object({ page: z.number(), y: z.number() }) }))

/** Whether a picture can be set: a readable head is not enough. */
export function isWholePicture(bytes: Uint8Array): boolean {
  try {
    compileTypst('#image("picture-0")', {}, [bytes])
    return true
  } catch {
    return false
  }
}

/** Forgets what was kept of documents before the last few: the same one again, a little changed, takes a tenth of the time. */
export function forgetDrawn(): void {
  compiler().evictCache(4)
}

// A template reads only the pictures that it is given: a folder that does not exist leaves it no other file.
const noFiles = fileURLToPath(new URL('./no-files', import.meta.url))

let made: NodeCompiler | null = null

function compiler(): NodeCompiler {
  if (made) return made
  const fonts = [
    import.meta.resolve('pretendard/dist/public/static/Pretendard-Regular.otf'),
    import.meta.resolve('pretendard/dist/public/static/Pretendard-SemiBold.otf'),
  ]
  made = NodeCompiler.create({
    workspace: noFiles,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(fileURLToPath(font))) }],
  })
  return made
}

/**
 * The characters that Typst says no font can show, read from its error; empty for any other error.
 * Its message is Rust's debugging form, where quotes, backslashes and unusual characters are escaped up to twice.
 */
export function missingSigns(error: unknown): string[] {
  const message = error instanceof Error ? error.message : String(error)
  const passages = message.matchAll(/(?:the text|disallowed codepoint) `\\*"(.*?)\\*"`/gsu)
  return [...new Set([...passages].flatMap(([, passage = '']) => [...unescaped(passage)]))].filter(
    (sign) => !surelyThere.test(sign),
  )
}

// The passage around a missing sign has other letters too: those that every Latin font has stay.
const surelyThere = /[\u0020-\u017f\u1ea0-\u1ef9□]/u

function unescaped(text: string): string {
  return text
    .replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\+(.)/gs, '$1')
}
