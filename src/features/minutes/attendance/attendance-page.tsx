import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Choice, ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields, useForm } from '../../../ui/form/filled.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { type Choices, OrganisationPicker } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import { organisationColumn, whoColumn } from '../views/who-columns.ts'
import { type Participant, presences } from './participant.ts'
import { longestName } from './schema.ts'

interface AttendancePageProps {
  network: string
  slug: string
  participants: readonly Participant[]
  /** The number of invitees who are not in the list yet. */
  convened: number
  /** The form of one more participant. */
  form: FormState
  choices: Choices
  isAdding: boolean
}

/** Attendance for coordinators: typed one by one, pasted as a list, or taken from answers to the convocation. */
export function AttendancePage(props: AttendancePageProps) {
  const reader = useReader()
  const { network, slug, participants, convened } = props
  const { t } = reader
  const address = paths.step(reader, network, slug, 'attendance')
  return (
    <>
      {participants.length === 0 ? (
        <EmptyState title={t('minutes.attendance.emptyTitle')} why={t('minutes.attendance.emptyWhy')} />
      ) : (
        <Presences address={address} participants={participants} />
      )}
      {convened > 0 ? (
        <form method="post" action={`${address}/answers`}>
          <p class="form-end">
            <button class="button" type="submit">
              {t('minutes.attendance.takeOver', { count: convened })}
            </button>
          </p>
        </form>
      ) : null}
      <Section id="add" title={t('minutes.attendance.add')}>
        <Form action={address} form={props.form} submit={t('minutes.attendance.add')}>
          <ParticipantFields choices={props.choices} hasFocus={props.isAdding} />
        </Form>
      </Section>
      <Section id="paste" title={t('minutes.attendance.paste')}>
        <form class="form" method="post" action={`${address}/pasted`}>
          <FormFields form={props.form}>
            <TextAreaField
              name="people"
              label={t('minutes.attendance.pasteLabel')}
              hint={t('minutes.attendance.pasteHint')}
              value=""
              max={60_000}
              rows={6}
              required
            />
            <p class="form-end">
              <button class="button" type="submit">
                {t('minutes.attendance.pasteAdd')}
              </button>
            </p>
          </FormFields>
        </form>
      </Section>
    </>
  )
}

/** How each participant took part: a choice and a box in every line, saved together. */
function Presences({ address, participants }: { address: string; participants: readonly Participant[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <form method="post" action={`${address}/presences`}>
      <DataTable
        caption={t('minutes.attendance.title')}
        captionHidden
        rows={[...participants]}
        rowKey={(row) => row.id}
        columns={[
          whoColumn(reader, (row: Participant) => (
            <a href={`${address}/${row.id}`}>{whoWords(reader, row) || t('minutes.attendance.unnamed')}</a>
          )),
          organisationColumn(reader),
          {
            key: 'presence',
            label: t('minutes.attendance.presence'),
            cell: (row) => (
              <select
                name={`presence.${row.id}`}
                aria-label={`${t('minutes.attendance.presence')} – ${whoWords(reader, row)}`}
              >
                {presences.map((presence) => (
                  <option key={presence} value={presence} selected={presence === row.presence}>
                    {t(`minutes.presence.${presence}`)}
                  </option>
                ))}
              </select>
            ),
          },
          {
            key: 'named',
            label: t('minutes.attendance.isNamed'),
            cell: (row) => (
              <input
                type="checkbox"
                name={`named.${row.id}`}
                value="on"
                checked={row.isNamed}
                aria-label={`${t('minutes.attendance.isNamed')} – ${whoWords(reader, row)}`}
              />
            ),
          },
        ]}
      />
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('minutes.action.save')}
        </button>
      </p>
    </form>
  )
}

function whoWords(reader: Reader, { name, function: words }: Participant): string {
  return [name, chooseText(words, reader.language)?.text ?? ''].filter(Boolean).join(', ')
}

interface ParticipantFieldsProps {
  choices: Choices
  /** Whether the first field takes the focus, for typing one after another. */
  hasFocus?: boolean
}

/** The fields of a participant, made to be filled in with the tab key. */
export function ParticipantFields({ choices, hasFocus }: ParticipantFieldsProps) {
  const { t } = useReader()
  const { values } = useForm()
  return (
    <>
      <Field name="name" label={t('minutes.attendance.name')}>
        {(control) => (
          <input
            {...control}
            type="text"
            value={typedValue(values, 'name')}
            maxlength={longestName}
            autocomplete="off"
            autofocus={hasFocus}
          />
        )}
      </Field>
      <Field name="function" label={t('minutes.attendance.function')} />
      <OrganisationPicker
        name="organisation"
        label={t('minutes.attendance.organisation')}
        hint={t('minutes.attendance.organisationHint')}
        picked={choices.get('organisation') ?? { state: 'empty' }}
      />
      <ChoiceField
        name="presence"
        label={t('minutes.attendance.presence')}
        options={presences.map((presence) => ({ value: presence, label: t(`minutes.presence.${presence}`) }))}
        chosen={[typedValue(values, 'presence') || 'present']}
        isFolded
        required
      />
      <Field name="representedBy" label={t('minutes.attendance.by')} />
      <div class="field">
        <Choice
          name="isNamed"
          option={{
            value: 'on',
            label: t('minutes.attendance.isNamed'),
            hint: t('minutes.attendance.isNamedHint'),
          }}
          type="checkbox"
          isChosen={typedValue(values, 'isNamed') !== ''}
        />
      </div>
    </>
  )
}
