import type { ComponentChildren } from 'preact'
import { chooseName, type LocalizedName } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { AutosaveStatus } from '../../../ui/form/autosave-status.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { ErrorList } from '../../../ui/form/form.tsx'
import { UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Moment } from '../../../ui/text/moment.tsx'

interface ContributionFormProps {
  /** The address of the form; its draft is kept at an address beneath it. */
  action: string
  /** Hidden fields. */
  hidden: Readonly<Record<string, string>>
  form: FormState
  /** The fields of the record itself. */
  fields: ComponentChildren
  /** The organisations for which the person may speak about this record. */
  speaksFor: { id: string; name: LocalizedName }[]
  /** It changes facts that rest on sources. */
  isSourced: boolean
  /** Hint for the reason; of a fact, for its source. */
  reasonHint?: PlainMessageKey | undefined
  submit: string
  /** Beside the usual button: another way to send the form. */
  otherwise?: ComponentChildren
  cancel: string | null
}

/** A form of a record with the fields that all of them send: the reason, the organisation spoken for, and the draft. */
export function ContributionForm({ action, form, ...props }: ContributionFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <form method="post" action={action} class="form" data-autosave={`${action}/draft`} novalidate>
      <FormFields form={form}>
        <UsualSubmit value="save" />
        <ErrorList form={form} />
        {Object.entries(props.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {props.fields}
        <Provenance {...props} form={form} />
        <p class="form-actions">
          <button type="submit" class="button primary">
            {props.submit}
          </button>
          {props.otherwise}
          {props.cancel === null ? null : <a href={props.cancel}>{t('contributions.edit.cancel')}</a>}
        </p>
        <AutosaveStatus />
      </FormFields>
    </form>
  )
}

/**
 * On whose word: asked of the secretariat where a fact with a source changes, else preset with a statement of those who send the form, and
 * folded.
 */
function Provenance({
  form,
  speaksFor,
  isSourced,
  reasonHint,
}: Pick<ContributionFormProps, 'form' | 'speaksFor' | 'isSourced' | 'reasonHint'>) {
  const reader = useReader()
  const { t } = reader
  const [only, another] = speaksFor
  const usual = another
    ? t('contributions.edit.declaredByOwn')
    : only
      ? t('contributions.edit.declaredBy', { organisation: chooseName(only.name, reader.language).text })
      : isSourced
        ? ''
        : t('contributions.edit.declaredBySecretariat')
  const typed = form.values.reason === undefined ? usual : typedValue(form.values, 'reason')
  const isWrong = form.errors.some(({ field }) => field === 'reason' || field === 'organisation')
  const fields = (
    <>
      <Field
        name="reason"
        label={t('contributions.edit.reason')}
        ownName={t('contributions.edit.provenance')}
        hint={t(reasonHint ?? 'contributions.edit.reasonHint')}
        required
      >
        {(control) => (
          <textarea {...control} rows={2} maxlength={2000}>
            {typed}
          </textarea>
        )}
      </Field>
      <SpeaksFor speaksFor={speaksFor} chosen={typedValue(form.values, 'organisation')} />
    </>
  )
  if (usual === '')
    return (
      <fieldset class="form-group">
        <legend>{t('contributions.edit.provenance')}</legend>
        {fields}
      </fieldset>
    )
  return (
    <details class="provenance" open={isWrong || typed !== usual}>
      <summary>
        {t('contributions.edit.provenance')} <span class="provenance-words">{usual}</span>{' '}
        <span class="written-in-change">{t('ui.localized.change')}</span>
      </summary>
      {fields}
    </details>
  )
}

function SpeaksFor({ speaksFor, chosen }: { speaksFor: ContributionFormProps['speaksFor']; chosen: string }) {
  const reader = useReader()
  if (speaksFor.length < 2) return null
  return (
    <Field name="organisation" label={reader.t('contributions.edit.speaksFor')} required>
      {(control) => (
        <select {...control}>
          {speaksFor.map(({ id, name }) => (
            <option key={id} value={id} selected={id === chosen}>
              {chooseName(name, reader.language).text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface DraftNoticeProps {
  action: string
  at: Date
  /** The record is yet to be added: its form starts empty. */
  isNew?: boolean
}

/** Says that a form continues from a draft, and lets the person start over. */
export function DraftNotice({ action, at, isNew }: DraftNoticeProps) {
  const reader = useReader()
  return (
    <Notice>
      <form method="post" action={`${action}/draft/removal`} class="inline-form">
        {reader.t('contributions.edit.draftFrom')} <Moment at={at} />.{' '}
        <button type="submit" class="link-button">
          {reader.t(isNew ? 'contributions.adding.startOver' : 'contributions.edit.startOver')}
        </button>
      </form>
    </Notice>
  )
}
