import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

let compiler: NodeCompiler | null = null

/** The PDF of a Typst text, set in Pretendard; a given picture is `picture.png`. */
export function typstPdf(text: string, picture?: Uint8Array): Uint8Array {
  const fonts = ['Regular', 'Bold'].map((weight) =>
    import.meta.resolve(`pretendard/dist/public/static/Pretendard-${weight}.otf`),
  )
  compiler ??= NodeCompiler.create({
    workspace: '/no-files',
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(fileURLToPath(font))) }],
  })
  if (picture) compiler.mapShadow('/no-files/picture.png', Buffer.from(picture))
  compiler.addSource('/no-files/text.typ', `#set text(font: "Pretendard", size: 10pt, lang: "fr")\n${text}`)
  return new Uint8Array(compiler.pdf({ mainFilePath: '/no-files/text.typ' }))
}
