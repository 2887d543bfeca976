import type { Translator } from '../../../../platform/translation/translator.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import type { Network } from '../../../networks/index.ts'
import type { LanguageParity } from '../../parity/queries.ts'
import { paths } from '../../paths.ts'
import type { Batch } from '../queries.ts'
import { batchState, dayWords } from './batch-words.ts'

interface MachineSectionProps {
  network: Network
  translator: Translator | null
  parities: LanguageParity[]
  batches: Batch[]
}

/** What those who answer for the group may ask of a machine, and what they asked; nothing where there is neither. */
export function MachineSection({ network, translator, parities, batches }: MachineSectionProps) {
  const reader = useReader()
  const { t } = reader
  const lacking = translator ? parities.filter(({ counts }) => counts.missing > 0) : []
  if (lacking.length === 0 && batches.length === 0) return null
  return (
    <Section id="machine" title={t('translations.batch.title')}>
      {translator && lacking.length > 0 ? (
        <>
          <p>{t('translations.batch.lead', { provider: translator.name })}</p>
          {lacking.map(({ language, counts }) => (
            <form key={language} method="post" action={paths.batches(reader, network.slug)}>
              <input type="hidden" name="language" value={language} />
              <button type="submit" class="button">
                {t('translations.batch.start', {
                  count: counts.missing,
                  language: languageInWords(reader, language),
                })}
              </button>
            </form>
          ))}
        </>
      ) : null}
      <EntryList
        entries={batches.map((batch) => ({
          key: batch.id,
          title: t('translations.batch.name', {
            language: languageInWords(reader, batch.language),
            when: dayWords(reader, batch.askedAt),
          }),
          href: paths.batch(reader, network.slug, batch.id),
          meta: batchState(reader, batch),
        }))}
      />
    </Section>
  )
}
