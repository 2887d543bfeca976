import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { openZip } from './container/zip-parts.ts'
import { readHwpx } from './read-hwpx.ts'
import type { TextDocument } from './text-document.ts'
import { TextUnreadable } from './text-unreadable.ts'

/** Reads a HWP document, by converting it to HWPX. */
export async function readHwp(bytes: Uint8Array): Promise<TextDocument> {
  return readHwpx(await openZip(await toHwpx(bytes)), 'hwp')
}

async function toHwpx(bytes: Uint8Array): Promise<Uint8Array> {
  const { HwpDocument, initSync } = await import('@rhwp/core')
  initSync({ module: await readFile(fileURLToPath(import.meta.resolve('@rhwp/core/rhwp_bg.wasm'))) })
  try {
    const document = new HwpDocument(bytes)
    return document.exportHwpx()
  } catch (error) {
    // Its errors are words; they name the password in Korean.
    const isLocked = /비밀번호|암호|password|encrypt/i.test(String(error))
    throw new TextUnreadable(isLocked ? 'locked' : 'damaged', '', { cause: error })
  }
}
