import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Typesetter } from '../../../platform/documents/typesetter.ts'
import { freezeFacts } from '../../../platform/editions/frozen-facts.ts'
import { languageOf } from '../../../platform/i18n/country-language.ts'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { readRelease } from '../../../platform/settings/release.ts'
import type { ReportFacts } from '../facts.ts'
import { type Drawn, layoutReport, newsLines } from '../layout/layout.ts'
import { printedReader } from '../layout/print.ts'
import { coveringLetter } from '../ministries/letter.ts'
import { ministryWorkbook } from '../ministries/workbook.ts'
import { reportAddress } from '../paths.ts'

/** One process draws all reports: a long one takes its time, and keeps nobody waiting who wants a note of a page. */
export const typesetter = new Typesetter({ timeMs: 120_000 })

export interface ReportFile {
  /** `fr.pdf`, `ko.docx`, `facts.json` */
  name: string
  mediaType: string
  bytes: Buffer
}

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json',
}

/** Which edition it is. */
export interface DrawnEdition {
  number: number
  digest: string
}

/** An edition as it is laid out in a language. */
export function drawnIn({ network }: ReportFacts, language: string, { number, digest }: DrawnEdition): Drawn {
  return { number, digest, address: reportAddress(network.site, language, network.slug, number) }
}

/**
 * Every file of an edition but its manifest, one after the other, so that only one is in memory: of the facts, the
 * number and the digest alone. Throws where the facts are not those of the digest.
 */
export async function* drawFiles(facts: ReportFacts, edition: DrawnEdition): AsyncGenerator<ReportFile> {
  yield factsFile(facts, edition.digest)
  const own = interfaceLanguages.filter((language) => facts.network.languages.includes(language))
  for (const language of new Set([...own, 'en' as const])) {
    const { report, pictures } = layoutReport(facts, language, drawnIn(facts, language, edition))
    for (const format of ['pdf', 'docx'] as const)
      yield file(language, format, await typesetter.drawReport(format, report, pictures))
  }
  for (const language of own.filter((each) => each !== 'en')) {
    const reader = printedReader(facts, language)
    const form = facts.ministries.forms.find(({ country }) => languageOf(country) === language)
    if (form) yield file(language, 'xlsx', await ministryWorkbook(facts, form.key, reader, edition))
    const news = newsLines(facts, language, edition)
    const letter = coveringLetter(facts, reader, { ...drawnIn(facts, language, edition), news })
    yield file(`letter-${language}`, 'docx', await typesetter.drawReport('docx', letter))
  }
}

// Apart, so that the text of many megabytes is not kept while the others are drawn.
function factsFile(facts: ReportFacts, expected: string): ReportFile {
  const { text, digest } = freezeFacts(facts)
  if (digest !== expected) throw new Error(`The facts have the digest ${digest}, not ${expected}`)
  return file('facts', 'json', Buffer.from(text, 'utf8'))
}

function file(name: string, format: keyof typeof mediaTypes, bytes: Buffer): ReportFile {
  return { name: `${name}.${format}`, mediaType: mediaTypes[format], bytes }
}

/** What draws: another one may make other bytes of the same facts. */
export function engineOf(): string {
  const { dependencies, devDependencies } = packageFile.parse(
    JSON.parse(readFileSync(projectPath('package.json'), 'utf8')),
  )
  const { node, icu } = process.versions
  const drawing = ['@myriaddreamin/typst-ts-node-compiler', 'docx', 'pretendard'].map(
    (name) => `${name} ${dependencies[name] ?? devDependencies[name]}`,
  )
  return [`entente ${readRelease()}`, ...drawing, `node ${node}`, `ICU ${icu}`].join('; ')
}

const versions = z.record(z.string(), z.string())
const packageFile = z.object({ dependencies: versions, devDependencies: versions })
