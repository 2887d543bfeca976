import { readdirSync, readFileSync, statSync } from 'node:fs'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'

/** What is known of a mail: README.md beside this file says what each field means. */
type Known = {
  is: 'answer' | 'question' | 'automatic' | 'return' | 'refused'
  text: string
  languages: string[]
  attachments: string[]
  sentences: string[]
  never: string[]
  mayStay: string[]
  from: string
}

const home = import.meta.dirname
const mails = ['answers', 'aside'].flatMap(readFolder)
// What is known of these is said in fewer words.
const second = readFolder('second')

function readFolder(folder: string) {
  return readdirSync(`${home}/${folder}`)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => {
      const path = `${home}/${folder}/${name}`
      const known: Known = JSON.parse(readFileSync(path.replace(/eml$/, 'json'), 'utf8'))
      const [, id, program, language] =
        /^(\d\d)-([a-z]+(?:-office)?)-(fr|ko|en|mixed)-[a-z0-9-]+\.eml$/.exec(name) ?? []
      return { path, folder, name, id, program, language, known, raw: readFileSync(path) }
    })
}

// Namespaces and short links that mail programs write by themselves.
const ofPrograms = ['aka.ms', 'schemas.microsoft.com', 'www.w3.org', 'proton.me']

/** The words without spaces and marks of quotes, so that a line broken by a program is no difference. */
const bare = (text: string) => text.normalize('NFC').replace(/[\s>]+/g, '')

const named: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', amp: '&', quot: '"' }
const withoutTags = (html: string) =>
  html
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, '\n')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(nbsp|lt|gt|amp|quot);/g, (_, name: string) => named[name] ?? '')

/** The syllables that only CP949 has, by their two bytes: the platform's own decoder of EUC-KR leaves them out. */
const beyondEucKr = (() => {
  const common = new Set(
    new TextDecoder('euc-kr').decode(Uint8Array.from(pairs(0xb0, 0xc8, 0xa1, 0xfe).flat())),
  )
  const others = Array.from({ length: 11_172 }, (_, at) => String.fromCodePoint(0xac00 + at)).filter(
    (syllable) => !common.has(syllable),
  )
  const places = [...pairs(0x81, 0xa0, 0x41, 0xfe), ...pairs(0xa1, 0xc6, 0x41, 0xa0)].filter(
    ([, trail]) => trail < 0x5b || (trail > 0x60 && trail < 0x7b) || trail > 0x80,
  )
  return new Map(others.map((syllable, at) => [places[at]!.join(), syllable]))
})()

function pairs(
  firstLead: number,
  lastLead: number,
  firstTrail: number,
  lastTrail: number,
): [number, number][] {
  const trails = lastTrail - firstTrail + 1
  const count = (lastLead - firstLead + 1) * trails
  return Array.from({ length: count }, (_, at) => [
    firstLead + Math.floor(at / trails),
    firstTrail + (at % trails),
  ])
}

/** EUC-KR, CP949, and ISO-2022-KR, which is EUC-KR with seven bits between two shifts. */
function decodeKorean(bytes: Buffer): string {
  const decoder = new TextDecoder('euc-kr')
  let isShifted = false
  let text = ''
  for (let at = 0; at < bytes.length; at++) {
    const high: number = bytes[at]! | (isShifted && bytes[at]! > 0x20 ? 0x80 : 0)
    if (high === 0x0e || high === 0x0f) isShifted = high === 0x0e
    else if (high < 0x80) text += String.fromCharCode(high)
    else {
      const low: number = bytes[++at]! | (isShifted ? 0x80 : 0)
      text += beyondEucKr.get([high, low].join()) ?? decoder.decode(Uint8Array.of(high, low))
    }
  }
  return text
}

const koreanParts =
  /charset="?(?:ks_c_5601-1987|euc-kr|ms949|iso-2022-kr)\b[\s\S]*?-Encoding: (base64|[78]bit)[\s\S]*?\r\n\r\n([\s\S]*?)(?=\r\n-{2,}[\w=]|$)/gi

async function decode(raw: Buffer): Promise<string> {
  const { text, html } = await PostalMime.parse(raw)
  const korean = [...raw.toString('latin1').matchAll(koreanParts)].map(([, encoding, body = '']) =>
    decodeKorean(Buffer.from(body, encoding === 'base64' ? 'base64' : 'latin1')),
  )
  return [text ?? '', withoutTags(html ?? ''), ...korean.map(withoutTags)].join('\n')
}

test('has enough of every kind, and a third aside', () => {
  const answers = mails.filter(({ known }) => known.is === 'answer')
  const of = (...languages: string[]) =>
    answers.filter(({ language }) => languages.includes(language ?? '')).length
  expect(of('ko')).toBeGreaterThanOrEqual(22)
  expect(of('fr')).toBeGreaterThanOrEqual(22)
  expect(of('en', 'mixed')).toBeGreaterThanOrEqual(11)
  expect(mails.length - answers.length).toBeGreaterThanOrEqual(11)
  const aside = mails.filter(({ folder }) => folder === 'aside')
  expect(aside.length).toBeGreaterThanOrEqual(Math.max(22, mails.length / 3))
  for (const language of ['ko', 'fr']) {
    expect(
      aside.filter((mail) => mail.known.is === 'answer' && mail.language === language).length,
    ).toBeGreaterThanOrEqual(7)
  }
})

test('gives each mail a number of its own and names what it is drawn from', () => {
  expect(mails.filter(({ id }) => id === undefined).map(({ name }) => name)).toEqual([])
  expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length)
  for (const { name, known, path } of mails) {
    expect(known.from.length, name).toBeGreaterThan(10)
    expect(statSync(path).size, name).toBeLessThan(30_000)
  }
})

test.each(second)('second/$name names nobody’s real house', ({ raw }) => namesNobody(raw))

describe.each(mails)('$folder/$name', ({ known, raw }) => {
  test('is read back to the letter', async () => {
    const decoded = bare(await decode(raw))
    for (const words of [...known.sentences, ...known.never, ...known.mayStay])
      expect(decoded).toContain(bare(words))
    for (const line of known.text.split('\n')) expect(decoded).toContain(bare(line))
  })

  test('does not contradict itself', () => {
    const lines = known.text.split('\n').filter((line) => line.trim() !== '')
    if (known.is !== 'answer') expect([known.text, known.languages]).toEqual(['', []])
    else expect([lines.length, known.sentences.length, known.languages.length]).not.toContain(0)
    for (const sentence of known.sentences) expect(bare(known.text)).toContain(bare(sentence))
    for (const words of known.never)
      expect(bare(`${known.text}${known.mayStay.join('')}`)).not.toContain(bare(words))
  })

  test('names nobody’s real house', () => namesNobody(raw))
})

async function namesNobody(raw: Buffer): Promise<void> {
  const written = `${raw.toString('latin1').replace(/=\r\n/g, '')}\n${await decode(raw)}`
  const hosts = written.matchAll(/(?:@|:\/\/)([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})/gi)
  for (const [, host = ''] of hosts) {
    if (!ofPrograms.includes(host))
      expect(host.toLowerCase()).toMatch(/(?:^|\.)example(?:\.(?:com|org|net))?$/)
  }
}
