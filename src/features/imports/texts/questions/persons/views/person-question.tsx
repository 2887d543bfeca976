import type { Reader } from '../../../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../../platform/input/form.ts'
import { SourcePassage } from '../../../../../../ui/evidence/source-passage.tsx'
import { ChoiceField } from '../../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../../ui/text/headings.tsx'
import { paths } from '../../../../paths.ts'
import type { ImportedText } from '../../../queries.ts'

interface PersonQuestionProps {
  reader: Reader
  network: string
  text: ImportedText
  factId: string
  names: { one: string; other: string }
  /** The sentences that name them. */
  quotes: readonly { before: string; text: string; after: string }[]
  values: FormValues
  errors: FieldError[]
}

/** Two names that differ by a letter, each in its sentence: one person under one of them, or two. */
export function PersonQuestion({
  reader,
  network,
  text,
  factId,
  names,
  quotes,
  values,
  errors,
}: PersonQuestionProps) {
  const { t } = reader
  const back = `${paths.text(reader, network, text.id)}#f-${factId}`
  const told = sayErrors(reader, errors)
  const same = (name: string) => t('imports.text.question.person.same', { name })
  return (
    <>
      <PageHeading kicker={<a href={back}>{text.title}</a>} lead={t('imports.text.question.person.lead')}>
        {t('imports.text.question.person.title', names)}
      </PageHeading>
      {quotes.map((quote) => (
        <SourcePassage
          key={quote.before.length + quote.text}
          reader={reader}
          language={text.language ?? 'fr'}
          {...quote}
          source={text.title}
          href={back}
        />
      ))}
      <form method="post" action={paths.fact(reader, network, text.id, factId)} class="form" novalidate>
        <FormErrors reader={reader} errors={told.list} />
        <ChoiceField
          reader={reader}
          name="answer"
          label={t('imports.text.question.person.choice')}
          options={[
            { value: 'one', label: same(names.one) },
            { value: 'other', label: same(names.other) },
            { value: 'two', label: t('imports.text.question.person.two') },
          ]}
          chosen={[typedValue(values, 'answer')]}
          error={told.byField.answer}
          required
        />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {t('imports.text.question.answer')}
          </button>
          <a href={back}>{t('imports.text.source.cancel')}</a>
        </p>
      </form>
    </>
  )
}
