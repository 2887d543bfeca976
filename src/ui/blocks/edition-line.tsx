import type { Edition } from '../../platform/editions/editions.ts'
import type { Erratum } from '../../platform/editions/errata.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { useReader } from '../reader.tsx'
import { dayWords } from '../text/date-words.ts'
import { Moment } from '../text/moment.tsx'
import { Passage } from '../text/passage.tsx'
import { FactList } from './fact-list.tsx'
import { Notice } from './notice.tsx'

/** « Édition n° 2, état au 2 décembre 2026 ». `day`: the ISO day that it describes. */
export function editionName(reader: Reader, { number, day }: { number: number; day: string }): string {
  return reader.t('ui.edition.named', { number: String(number), day: dayWords(reader, day) })
}

interface EditionLineProps {
  /** The number of an edition and the ISO day that it describes; left out where the page says them elsewhere. */
  edition?: { number: number; day: string }
  frozenAt: Date
  /** SHA-256 in hex. */
  digest: string
  /** When names of erased people were taken out. */
  erasedAt?: Date | null
}

/** Beneath what changes no more: which edition it is, since when it is frozen, and its digest. */
export function EditionLine({ edition, frozenAt, digest, erasedAt }: EditionLineProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <p class="quiet edition-line">
      {edition ? `${editionName(reader, edition)} · ` : null}
      {t('ui.edition.frozen')} <Moment at={frozenAt} />
      {' · '}
      <abbr title="Secure Hash Algorithm 256">SHA-256</abbr> <code>{digest}</code>
      {erasedAt ? (
        <>
          {' · '}
          {t('ui.edition.erased')} <Moment at={erasedAt} />
        </>
      ) : null}
    </p>
  )
}

interface WithdrawnNoticeProps {
  edition: Pick<Edition, 'withdrawnAt' | 'withdrawnReason'>
  /** That it is withdrawn. */
  words: string
}

/** Above an edition that was withdrawn, with the reason that its readers are given; nothing for another. */
export function WithdrawnNotice({ edition, words }: WithdrawnNoticeProps) {
  return edition.withdrawnAt ? (
    <Notice kind="warning">
      {words} <Passage text={edition.withdrawnReason ?? {}} as="span" />
    </Notice>
  ) : null
}

interface ErrataListProps {
  errata: readonly Erratum[]
  /** What a record that errata are about is called. */
  nameOf?: (id: string) => string | undefined
  /** Of its heading. */
  level?: 2 | 3
}

/** The errata beside what changes no more, numbered, oldest first, under their heading; nothing where there are none. */
export function ErrataList({ errata, nameOf, level = 3 }: ErrataListProps) {
  const { t } = useReader()
  const Heading = level === 2 ? 'h2' : 'h3'
  if (errata.length === 0) return null
  return (
    <>
      <Heading class="edition-errata">{t('ui.edition.errata')}</Heading>
      <ol class="entries">
        {errata.map(({ id, said, text, word, about, madeAt }, index) => (
          <li key={id}>
            {said ? (
              <FactList
                facts={[
                  { term: t('ui.edition.said'), detail: <Passage text={said} /> },
                  { term: t('ui.edition.right'), detail: <Passage text={text} /> },
                  { term: t('ui.edition.word'), detail: word },
                ]}
              />
            ) : (
              <Passage text={text} />
            )}
            <p class="entry-meta">
              {t('ui.edition.erratum', { number: String(index + 1) })} · <Moment at={madeAt} />
              {about && nameOf?.(about) ? ` · ${nameOf(about)}` : null}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
