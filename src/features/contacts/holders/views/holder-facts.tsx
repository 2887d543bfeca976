import { describeDate } from '../../../../platform/dates/index.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { countryName } from '../../../directory/index.ts'
import type { Post } from '../../posts/queries.ts'
import { PersonName } from '../../views/person-name.tsx'
import { FreshnessWords } from '../../views/post-words.tsx'
import { Reach } from '../../views/reach.tsx'
import type { Holder } from '../holder.ts'

interface HolderFactsProps {
  post: Pick<Post, 'kind' | 'organisation'>
  holder: Holder
  now: Temporal.Instant
  /** Whether the grounds on which the data are kept are shown: to people who look after contacts. */
  showsGrounds: boolean
}

/** Everything about the person in a post that the reader may see. */
export function HolderFacts({ post, holder, now, showsGrounds }: HolderFactsProps) {
  const reader = useReader()
  const { t } = reader
  if (holder.isRemoved) return <Notice>{t('ui.personalData.erased')}</Notice>
  if (holder.withheld === 'all') return <Notice>{t('contacts.withheld.explained')}</Notice>
  const facts: Fact[] = [
    { term: t('contacts.field.name'), detail: <PersonName name={holder.name} /> },
    ...(Object.keys(holder.salutation).length > 0
      ? [
          {
            term: t('contacts.field.salutation'),
            detail: Object.entries(holder.salutation).map(([language, words]) => (
              <span key={language} {...languageAttributes(reader, language)}>
                {words}
              </span>
            )),
          },
        ]
      : []),
    ...(holder.languages.length > 0
      ? [
          {
            term: t('contacts.field.languages'),
            detail: holder.languages.map((language) => languageInWords(reader, language)).join(', '),
          },
        ]
      : []),
    { term: t('contacts.field.reach'), detail: <Reach holder={holder} /> },
    ...(holder.from
      ? [
          {
            term: t('contacts.field.from'),
            detail: describeDate(holder.from, reader.interfaceLanguage),
          },
        ]
      : []),
    {
      term: t('contacts.field.confirmed'),
      detail: <FreshnessWords {...holder} post={post} now={now} />,
    },
    ...(showsGrounds ? groundFacts(reader, holder) : []),
  ]
  return <FactList facts={facts} />
}

function groundFacts(reader: Reader, holder: Holder): Fact[] {
  const { t } = reader
  const from = t(`contacts.provenance.${holder.provenance}`)
  return [
    {
      term: t('contacts.field.provenance'),
      detail: holder.provenanceNote === '' ? from : `${from} – ${holder.provenanceNote}`,
    },
    { term: t('contacts.field.legalBasis'), detail: t(`contacts.legalBasis.${holder.legalBasis}`) },
    { term: t('contacts.field.residence'), detail: countryName(reader, holder.residence) },
    { term: t('contacts.field.transferBasis'), detail: t(`contacts.transferBasis.${holder.transferBasis}`) },
    {
      term: t('contacts.field.retention'),
      detail: describeDate(holder.retentionUntil, reader.interfaceLanguage),
    },
  ]
}
