import { chooseText } from '../../../../../platform/i18n/localized-text.ts'
import { compareDocuments } from '../../../../../platform/records/difference.ts'
import {
  isObject,
  isPassage,
  type RecordDocument,
  type RecordValue,
} from '../../../../../platform/records/record-document.ts'
import { EntryList } from '../../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Difference } from '../../../../../ui/text/difference.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { sectionsOf } from '../../section.ts'
import { MinutesText } from '../../views/minutes-text.tsx'

interface VersionPageProps {
  before: RecordDocument
  document: RecordDocument
  /** Where it is put in the place of the present text; null for the present one, and once the minutes are final. */
  restore: string | null
}

/** One version of the text of minutes: what changed in it, and how it read. */
export function VersionPage({ before, document, restore }: VersionPageProps) {
  const reader = useReader()
  const { t } = reader
  const changes = compareDocuments(before, document)
  const titles = new Map(
    [...sectionsOf(before), ...sectionsOf(document)].map(({ id, title }) => [
      id,
      chooseText(title, reader.language)?.text ?? '',
    ]),
  )
  return (
    <>
      <Section id="changes" title={t('minutes.text.changes')}>
        <EntryList
          entries={changes.map((change, index) => ({
            key: String(index),
            title: titles.get(change.path[1] ?? '') || t('minutes.text.order'),
            meta: change.language ? languageInWords(reader, change.language) : undefined,
            body: (
              <Difference
                before={wordsOf(change.before)}
                after={wordsOf(change.after)}
                {...(change.language ? { language: change.language } : {})}
              />
            ),
          }))}
        />
      </Section>
      {restore ? (
        <form method="post" action={restore}>
          <button class="button" type="submit">
            {t('minutes.text.restore')}
          </button>
        </form>
      ) : null}
      <Section id="text" title={t('minutes.text.thatVersion')}>
        <MinutesText sections={sectionsOf(document)} />
      </Section>
    </>
  )
}

// A part that came or went is shown whole, in all its languages.
function wordsOf(value: RecordValue | undefined): string {
  if (value === undefined || value === null) return ''
  if (isPassage(value)) return value.text
  if (isObject(value))
    return Object.entries(value)
      .filter(([name]) => name !== 'id' && name !== 'level')
      .map(([, each]) => wordsOf(each))
      .filter(Boolean)
      .join('\n')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
