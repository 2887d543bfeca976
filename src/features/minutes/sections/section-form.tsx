import { z } from 'zod'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../platform/input/form.ts'
import { typedText } from '../../../platform/input/text-input.ts'
import { isPassage } from '../../../platform/records/record-document.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/filled.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DifferenceSide } from '../../../ui/text/difference.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import type { Clash } from './editing.commands.ts'
import { levels, type Section } from './section.ts'

interface SectionFieldsProps {
  languages: readonly string[]
  section: Section | null
}

/** The fields of a part of the minutes in the languages of the group, with a preview. */
export function SectionFields({ languages, section }: SectionFieldsProps) {
  const { t } = useReader()
  const { values } = useForm()
  const textOf = (field: 'title' | 'text'): LocalizedText => section?.[field] ?? {}
  return (
    <>
      <UsualSubmit value="save" />
      <input type="hidden" name="seen" value={typedValue(values, 'seen')} />
      <LocalizedField
        name="title"
        label={t('minutes.text.sectionTitle')}
        languages={languages}
        text={textOf('title')}
        max={longestSectionTitle}
        rows={1}
        required
      />
      <ChoiceField
        name="level"
        label={t('minutes.text.level')}
        options={levels.map((level) => ({ value: String(level), label: t(`minutes.text.level${level}`) }))}
        chosen={[typedValue(values, 'level') || '2']}
        required
      />
      <LocalizedField
        name="text"
        label={t('minutes.text.section')}
        hint={t('minutes.text.markdown')}
        languages={languages}
        text={textOf('text')}
        max={longestSection}
        rows={16}
      />
      <Field name="reason" label={t('minutes.text.reason')} />
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t('minutes.action.save')}
        </button>{' '}
        <button class="button" type="submit" name="action" value="preview">
          {t('minutes.text.see')}
        </button>
      </p>
    </>
  )
}

/** Shows the passage that another person changed meanwhile: theirs and mine side by side. The next save wins. */
export function ClashPart({ clash }: { clash: Clash }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Notice kind="warning" live>
        {t(clash.theirs ? 'minutes.text.clash' : 'minutes.text.clashRemoved')}
      </Notice>
      {clash.conflicts.map(({ path, mine, theirs }) => {
        const language = path.at(-1) ?? ''
        const [before, after] = [wordsOf(theirs), wordsOf(mine)]
        return (
          <div key={path.join('/')} class="side-by-side">
            <div>
              <h2>{t('minutes.text.theirs')}</h2>
              <p class="as-written" {...languageAttributes(reader, language)}>
                <DifferenceSide before={before} after={after} side="before" />
              </p>
            </div>
            <div>
              <h2>{t('minutes.text.mine')}</h2>
              <p class="as-written" {...languageAttributes(reader, language)}>
                <DifferenceSide before={before} after={after} side="after" />
              </p>
            </div>
          </div>
        )
      })}
    </>
  )
}

function wordsOf(value: Clash['conflicts'][number]['mine']): string {
  if (isPassage(value)) return value.text
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const longestSectionTitle = 200
const longestSection = 30_000

export const sectionForm = z.object({
  title: typedText({ max: longestSectionTitle, isRequired: true }),
  text: typedText({ max: longestSection }),
  level: z.coerce.number().int().min(2).max(4),
  reason: z.string().trim().max(300).default(''),
  seen: z.coerce.number().int().min(0).catch(0),
  action: z.enum(['preview', 'save']).default('save'),
})

/** The button that was pressed beside a part. */
export const sectionAction = z.object({ up: z.uuid(), down: z.uuid(), remove: z.uuid() }).partial()
