import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import type { SuggestionPageProps } from './suggestion-page.tsx'

/** The decision on a suggestion, for those who may take it; its author may take it back. */
export function Decision(props: SuggestionPageProps) {
  const reader = useReader()
  const { network, suggestion, kind, head, changes, mayDecide, isOwn, form: sent } = props
  const { t } = reader
  if (!mayDecide && !isOwn) return null
  const form = { ...sent, errors: sent.errors.filter(({ field }) => field !== 'text') }
  return (
    <Section id="decision" title={t('contributions.suggestion.decision')}>
      <Form action={`${paths.suggestion(reader, network, suggestion.id)}/decision`} form={form}>
        <ErrorList form={form} />
        {mayDecide && changes === null && head ? (
          <p>
            {t('contributions.suggestion.byHand')}{' '}
            <a href={paths.edit(reader, network, kind, head.slug)}>{t('contributions.edit.change')}</a>
          </p>
        ) : null}
        {mayDecide ? (
          <TextAreaField
            name="because"
            label={t('contributions.suggestion.because')}
            hint={t('contributions.suggestion.becauseHint')}
            max={2000}
            rows={3}
          />
        ) : null}
        <p class="form-end">
          {mayDecide ? (
            <>
              <button type="submit" class="button primary" name="decision" value="accepted">
                {t(
                  changes === null ? 'contributions.suggestion.dealtWith' : 'contributions.suggestion.accept',
                )}
              </button>
              <button type="submit" class="button" name="decision" value="declined">
                {t('contributions.suggestion.decline')}
              </button>
              {suggestion.heldFor === null ? null : (
                <button type="submit" class="button" name="decision" value="released">
                  {t('contributions.suggestion.release')}
                </button>
              )}
            </>
          ) : null}
          {isOwn ? (
            <button type="submit" class="button" name="decision" value="withdrawn">
              {t('contributions.suggestion.withdraw')}
            </button>
          ) : null}
        </p>
      </Form>
    </Section>
  )
}
