import type { Erratum } from '../../../platform/editions/errata.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { ErrataList } from '../../../ui/blocks/edition-line.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ClockLines } from '../../../ui/text/clock-lines.tsx'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName } from '../../directory/index.ts'
import type { ReportFacts } from '../facts.ts'
import type { Signature } from './report.ts'

interface SignaturesProps {
  countries: readonly string[]
  signatures: readonly Signature[]
}

/** Who signed an edition for each side: functions, never a person, each with the instant and the digest that they saw. */
export function EditionSigns({ countries, signatures }: SignaturesProps) {
  const reader = useReader()
  if (signatures.length === 0) return <p>{reader.t('reports.sign.nobody')}</p>
  return (
    <>
      {byOwnSide(reader, countries).map((country) => {
        const signature = signatures.find((each) => each.country === country)
        return signature ? (
          <div key={country}>
            <h3>{countryName(reader, country)}</h3>
            <SignatureWords countries={countries} signature={signature} />
          </div>
        ) : null
      })}
    </>
  )
}

interface SignatureProps extends Pick<SignaturesProps, 'countries'> {
  signature: Signature
}

/** One signature: in which function, when on every side’s clock, over which digest. */
export function SignatureWords({ countries, signature: { role, signedAt, digest } }: SignatureProps) {
  const { t } = useReader()
  return (
    <>
      <p>{t(`reports.sign.${role}`)}</p>
      <ClockLines countries={countries} hours={{ startsAt: signedAt, endsAt: null, zone: 'Europe/Paris' }} />
      <p class="quiet">
        {t('reports.sign.over')} <code>{digest}</code>
      </p>
    </>
  )
}

interface EditionErrataProps {
  errata: readonly Erratum[]
  facts: Pick<ReportFacts, 'ties' | 'bodies'>
}

/** The errata of an edition, each with the tie that it is about; nothing where there are none. */
export function EditionErrata({ errata, facts }: EditionErrataProps) {
  const reader = useReader()
  return <ErrataList errata={errata} level={2} nameOf={(id) => tieNames(reader, facts).get(id)} />
}

/** The ties of an edition in words, by id. */
export function tieNames(reader: Reader, { ties, bodies }: EditionErrataProps['facts']): Map<string, string> {
  const names = new Map(bodies.map(({ id, name }) => [id, chooseName(name, reader.language).text]))
  return new Map(
    ties.map(({ id, parties }) => [id, parties.flatMap((party) => names.get(party) ?? []).join(' – ')]),
  )
}

interface FilesProps {
  /** Without its manifest. */
  names: readonly string[]
  at(name: string): string
}

/** The files of a report, those in the language of the reader first; nothing before they are drawn. */
export function ReportFiles({ names, at }: FilesProps) {
  const reader = useReader()
  if (names.length === 0) return null
  const own = names.filter((name) => isIn(reader, name))
  const others = names.filter((name) => !isIn(reader, name))
  const linkTo = (name: string) => (
    <li key={name}>
      <a href={at(name)}>{fileWords(reader, name)}</a>
    </li>
  )
  return (
    <nav aria-label={reader.t('reports.page.files')}>
      <ul class="report-files">{inOrder(own).map(linkTo)}</ul>
      <details>
        <summary>{reader.t('reports.page.others')}</summary>
        <ul class="report-files">{[...inOrder(others), 'manifest.json'].map(linkTo)}</ul>
      </details>
    </nav>
  )
}

function isIn({ interfaceLanguage }: Reader, name: string): boolean {
  return name.replace('letter-', '').startsWith(`${interfaceLanguage}.`)
}

const formats = ['pdf', 'docx', 'xlsx']

/** What is read before what is reckoned with; letters and facts last. */
function inOrder(names: readonly string[]): string[] {
  const place = (name: string) => {
    const format = formats.indexOf(name.split('.').at(-1) ?? '')
    return name.startsWith('letter-') || format === -1 ? formats.length : format
  }
  return names.toSorted((a, b) => place(a) - place(b))
}

function fileWords(reader: Reader, name: string): string {
  const { t } = reader
  if (name === 'facts.json') return t('reports.page.facts')
  if (name === 'manifest.json') return t('reports.page.manifest')
  const [, letter, language = '', format = ''] = /^(letter-)?([a-z]+)\.([a-z]+)$/.exec(name) ?? []
  const words = { language: languageInWords(reader, language), format: format.toUpperCase() }
  if (letter) return t('reports.page.letter', words)
  return t(format === 'xlsx' ? 'reports.page.table' : 'reports.page.file', words)
}
