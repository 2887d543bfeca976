import type { Context } from '../../../../platform/context/context.ts'
import { parseEdtf } from '../../../../platform/dates/index.ts'
import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { isCode } from '../../../../platform/input/code.ts'
import type { Change } from '../../../../platform/records/difference.ts'
import {
  isLocalizedText,
  isPassage,
  type RecordDocument,
  type RecordValue,
} from '../../../../platform/records/record-document.ts'
import type { ExplainedChange, RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { countryName, shortNames } from '../../../directory/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { themes } from '../../../networks/index.ts'
import { tiers } from '../../competence.ts'
import { forms } from '../../forms.ts'
import { meanKinds, publications, wishKinds } from '../codes.ts'
import { emptyWish, wishDocument } from '../document/schema.ts'

const fieldKeys: Readonly<Record<string, PlainMessageKey>> = {
  kind: 'partners.wish.form.kind',
  organisationId: 'partners.wish.authority',
  title: 'partners.wish.text.title',
  text: 'partners.wish.text.text',
  themes: 'partners.wish.themes',
  forms: 'partners.wish.forms',
  tiers: 'partners.wish.tiers',
  populationFrom: 'partners.wish.form.populationFrom',
  populationTo: 'partners.wish.form.populationTo',
  countries: 'partners.wish.countries',
  languages: 'partners.wish.languages',
  means: 'partners.wish.text.means',
  meanKinds: 'partners.wish.means',
  returns: 'partners.wish.text.returns',
  returnThemes: 'partners.wish.returnThemes',
  horizon: 'partners.wish.horizon',
  horizonWords: 'partners.wish.text.horizonWords',
  expiresOn: 'partners.wish.expires',
  foundOn: 'partners.wish.found',
  visibility: 'partners.wish.form.visibility',
}

/** Changes of a wish in the reader’s words; what it came from and since when it is known is no change that people make. */
export async function explainWish(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const ids = [versions.before, versions.after].flatMap(
    (version) => wishDocument.parse(version).organisationId ?? [],
  )
  const refs = await listOrganisationRefs(context, ids)
  const nameOf = (id: string) => {
    const ref = refs.get(id)
    return ref ? chooseName(shortNames(ref), reader.language).text : id
  }
  return changes
    .filter(({ path }) => Object.hasOwn(fieldKeys, path[0] ?? ''))
    .map(({ path, language, before, after }) => {
      const field = path[0] ?? ''
      const key = fieldKeys[field]
      const words = (value: RecordValue | undefined) => valueWords(reader, field, value, nameOf)
      return { label: key ? [reader.t(key)] : [], language, before: words(before), after: words(after) }
    })
}

function valueWords(
  reader: Reader,
  field: string,
  value: RecordValue | undefined,
  nameOf: (id: string) => string,
): string | null {
  // What a wish is made from says nothing yet.
  if (value === undefined || value === null || value === '' || value === emptyWish.expiresOn) return null
  if (isPassage(value)) return value.text
  if (isLocalizedText(value)) return chooseText(value, reader.language)?.text ?? null
  if (Array.isArray(value))
    return value.length === 0
      ? null
      : value.map((each) => valueWords(reader, field, each, nameOf) ?? '').join(', ')
  if (typeof value !== 'string') return typeof value === 'object' ? null : String(value)
  return field === 'organisationId' ? nameOf(value) : codeWords(reader, field, value)
}

function codeWords(reader: Reader, field: string, code: string): string {
  const { t } = reader
  if (field === 'horizon' || field === 'expiresOn' || field === 'foundOn')
    return 'problem' in parseEdtf(code) ? code : dayWords(reader, code)
  if (field === 'countries') return countryName(reader, code)
  if (field === 'languages') return languageInWords(reader, code)
  if (field === 'kind' && isCode(wishKinds, code)) return t(`partners.wish.kindTitle.${code}`)
  if ((field === 'themes' || field === 'returnThemes') && isCode(themes, code))
    return t(`networks.theme.${code}`)
  if (field === 'forms' && isCode(forms, code)) return t(`partners.form.${code}`)
  if (field === 'tiers' && isCode(tiers, code)) return t(`partners.tier.${code}`)
  if (field === 'meanKinds' && isCode(meanKinds, code)) return t(`partners.wish.mean.${code}`)
  if (field === 'visibility' && isCode(publications, code)) return t(`partners.wish.visibility.${code}`)
  return code
}
