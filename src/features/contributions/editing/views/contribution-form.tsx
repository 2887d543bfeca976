import type { ComponentChildren } from 'preact'
import { chooseName, type LocalizedName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../../platform/i18n/translate.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { AutosaveStatus } from '../../../../ui/form/autosave-status.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../ui/form/say-errors.ts'
import { Moment } from '../../../../ui/text/moment.tsx'

interface ContributionFormProps {
  reader: Reader
  /** The address of the form; its draft is kept beneath it. */
  action: string
  /** What is sent along unseen. */
  hidden: Readonly<Record<string, string>>
  values: FormValues
  /** The fields of the record itself, drawn with those values. */
  fields: ComponentChildren
  errors: FieldError[]
  /** For whom the person may speak of this record. */
  speaksFor: { id: string; name: LocalizedName }[]
  /** What one gives as the reason; of a fact, where it is known from. */
  reasonHint?: PlainMessageKey | undefined
  submit: string
  /** Beside the usual button: another way to send the form. */
  otherwise?: ComponentChildren
  cancel: string | null
}

/** A form of a record with what all of them are sent with: why, on whose behalf, and the draft that is kept meanwhile. */
export function ContributionForm({ reader, action, values, ...props }: ContributionFormProps) {
  const { t } = reader
  const said = sayErrors(reader, props.errors)
  return (
    <form method="post" action={action} class="form" data-autosave={`${action}/draft`} novalidate>
      <UsualSubmit value="save" />
      <FormErrors reader={reader} errors={said.list} />
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.fields}
      <fieldset class="form-group">
        <legend>{t('contributions.edit.provenance')}</legend>
        <Field
          reader={reader}
          name="reason"
          label={t('contributions.edit.reason')}
          ownName={t('contributions.edit.provenance')}
          hint={t(props.reasonHint ?? 'contributions.edit.reasonHint')}
          error={said.byField.reason}
          required
        >
          {(control) => (
            <textarea {...control} rows={2} maxlength={2000}>
              {typedValue(values, 'reason')}
            </textarea>
          )}
        </Field>
        <SpeaksFor reader={reader} speaksFor={props.speaksFor} chosen={typedValue(values, 'organisation')} />
      </fieldset>
      <p class="form-actions">
        <button type="submit" class="button primary">
          {props.submit}
        </button>
        {props.otherwise}
        {props.cancel === null ? null : <a href={props.cancel}>{t('contributions.edit.cancel')}</a>}
      </p>
      <AutosaveStatus reader={reader} />
    </form>
  )
}

function SpeaksFor({
  reader,
  speaksFor,
  chosen,
}: {
  reader: Reader
  speaksFor: ContributionFormProps['speaksFor']
  chosen: string
}) {
  if (speaksFor.length < 2) return null
  return (
    <Field reader={reader} name="organisation" label={reader.t('contributions.edit.speaksFor')} required>
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
  reader: Reader
  action: string
  at: Date
  /** The record is yet to be added: one begins from nothing. */
  isNew?: boolean
}

/** Says that a form goes on from what somebody typed before, and lets them begin anew. */
export function DraftNotice({ reader, action, at, isNew }: DraftNoticeProps) {
  return (
    <Notice reader={reader}>
      <form method="post" action={`${action}/draft/removal`} class="inline-form">
        {reader.t('contributions.edit.draftFrom')} <Moment reader={reader} at={at} />.{' '}
        <button type="submit" class="link-button">
          {reader.t(isNew ? 'contributions.adding.startOver' : 'contributions.edit.startOver')}
        </button>
      </form>
    </Notice>
  )
}
