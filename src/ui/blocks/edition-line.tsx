import type { Erratum } from '../../platform/editions/errata.ts'
import { useReader } from '../reader.tsx'
import { dayWords } from '../text/date-words.ts'
import { Moment } from '../text/moment.tsx'
import { Passage } from '../text/passage.tsx'

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
      {edition
        ? `${t('ui.edition.named', { number: String(edition.number), day: dayWords(reader, edition.day) })} · `
        : null}
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

/** The errata beside what changes no more, oldest first, under their heading; nothing where there are none. */
export function ErrataList({ errata }: { errata: readonly Erratum[] }) {
  const { t } = useReader()
  if (errata.length === 0) return null
  return (
    <>
      <h3 class="edition-errata">{t('ui.edition.errata')}</h3>
      <ul class="entries">
        {errata.map(({ id, text, madeAt }) => (
          <li key={id}>
            <Passage text={text} />
            <p class="entry-meta">
              <Moment at={madeAt} />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
