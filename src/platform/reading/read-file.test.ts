import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../../test/support/read-sample.ts'
import { watchTurns } from '../../../test/support/thread-time.ts'
import { typstPdf } from '../../../test/support/typst-pdf.ts'
import { zipOf } from '../../../test/support/zip.ts'
import { readFile, readText } from './read-file.ts'
import { sourceSlice } from './text-document.ts'

const encoder = new TextEncoder()
const pages = 300
let long: Uint8Array
beforeAll(() => {
  const text = (page: number) =>
    `== Partie ${page}\n${Array.from({ length: 14 }, (_, index) => `La rencontre ${(page * 37) % 101}.${index} porte sur la porcelaine, le tourisme durable et les échanges scolaires de plusieurs villes.`).join(' ')}\n#pagebreak(weak: true)\n`
  long = typstPdf(Array.from({ length: pages }, (_, index) => text(index + 1)).join('\n'))
})

describe('readFile', () => {
  it('reads three hundred pages within twenty seconds, tells how far it is, and holds nobody else up', async () => {
    const told: number[] = []
    const longestTurn = watchTurns()
    const start = performance.now()
    const { documents } = await readFile(
      long,
      { name: 'notes.pdf' },
      { progress: (done, of) => told.push(done / of) },
    )
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(longestTurn()).toBeLessThan(50)
    expect(told).toEqual(Array.from({ length: pages }, (_, index) => (index + 1) / pages))
    const [{ name, document }] = documents as [(typeof documents)[0]]
    expect([name, document.pages, document.passages.length]).toEqual(['notes.pdf', pages, pages * 2])
    const last = document.passages.at(-1)
    if (!last) throw new Error('nothing was read')
    expect(sourceSlice(document, last, { start: 0, end: last.text.length })).toBe(last.text)
  }, 60_000)

  it('ends what takes too long, takes too much memory, or nobody waits for any more', async () => {
    const read = (limits: object) => readFile(long, { name: 'notes.pdf' }, { limits })
    expect(await refusalOf(read({ timeMs: 100 }))).toBe('tooSlow 0')
    expect(await refusalOf(read({ stillMs: 20 }))).toBe('tooSlow 0')
    expect(await refusalOf(read({ memory: 80 * 1024 * 1024 }))).toBe('tooMuchMemory')
    const giveUp = new AbortController()
    const reading = readFile(
      long,
      { name: 'notes.pdf' },
      { signal: giveUp.signal, progress: () => giveUp.abort(new Error('enough')) },
    )
    await expect(reading).rejects.toThrow('enough')
    await expect(readFile(long, { name: 'notes.pdf' }, { signal: giveUp.signal })).rejects.toThrow('enough')
    await expect.poll(readingProcesses, { timeout: 5_000 }).toEqual([])
  }, 60_000)

  it('takes the sudden end of the process that reads for a want of memory, as the system ends it so', async () => {
    const reading = refusalOf(readFile(long, { name: 'notes.pdf' }))
    await expect.poll(readingProcesses).toHaveLength(1)
    for (const id of readingProcesses()) process.kill(id, 'SIGKILL')
    expect(await reading).toBe('tooMuchMemory')
  }, 60_000)

  it('reads two files at a time, and refuses when too many wait', async () => {
    const html = encoder.encode(`<p>${'Un mot. '.repeat(4_000)}</p>`)
    const readings = Array.from({ length: 20 }, () =>
      readText(html, { name: 'page.html' }).then(
        ({ format }) => format,
        ({ code }) => code,
      ),
    )
    expect(readingProcesses().length).toBeLessThanOrEqual(2)
    const answers = await Promise.all(readings)
    expect(answers.filter((answer) => answer === 'html')).toHaveLength(18)
    expect(answers.filter((answer) => answer === 'tooMany')).toHaveLength(2)
  }, 60_000)

  it('refuses by its size what it does not even look at', async () => {
    expect(await refusalOf(readFile(new Uint8Array(200 * 1024 * 1024), { name: 'notes.pdf' }))).toBe(
      'tooLarge 50',
    )
  })

  it('goes by what a file is, not by what it is called', async () => {
    const formats = await Promise.all(
      [
        readText(long.slice(0, long.length), { name: 'notes.docx' }),
        readText(encoder.encode('<!doctype html><p>Un.'), { name: 'notes.doc' }),
        readText(encoder.encode('Un texte.'), { name: 'notes.pdf' }),
        readText(encoder.encode('Un texte.'), { name: 'notes', type: 'text/markdown; charset=utf-8' }),
      ].map(async (document) => (await document).format),
    )
    expect(formats).toEqual(['pdf', 'html', 'text', 'markdown'])
    const refused = (bytes: Uint8Array) => refusalOf(readFile(bytes, { name: 'notes.docx' }))
    expect(await refused(zipOf({ 'ppt/presentation.xml': '<p/>' }))).toBe('notSupported notes.docx')
    expect(await refused(new Uint8Array(Buffer.from('d0cf11e0a1b11ae100', 'hex')))).toBe(
      'notSupported notes.docx',
    )
    expect(await refused(encoder.encode('PK\u0003\u0004'))).toBe('damaged')
  }, 60_000)
})

function readingProcesses(): number[] {
  return readdirSync('/proc/self/task')
    .flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '))
    .filter((id) => {
      try {
        return id !== '' && /reading-worker/.test(readFileSync(`/proc/${id}/cmdline`, 'utf8'))
      } catch {
        return false
      }
    })
    .map(Number)
}
