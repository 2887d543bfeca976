import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import type { Network } from '../../../networks/index.ts'
import { dayInWords } from '../../day-in-words.ts'
import { paths } from '../../paths.ts'
import type { HeldRole } from '../../roles/queries.ts'
import type { SentForm } from '../people-form.ts'

interface RoleEndFormProps {
  reader: Reader
  network: Network
  role: HeldRole
  sent: SentForm | undefined
}

/** Ends a role, now or one day to come. */
export function RoleEndForm({ reader, network, role, sent }: RoleEndFormProps) {
  const { t } = reader
  const errorOf = (field: string) => sent?.errors.find((error) => error.field === field)?.message(t)
  return (
    <>
      {role.endsAt === null ? null : (
        <span class="cell-note">
          {t('people.roles.endsOn', { day: dayInWords(role.endsAt, reader.interfaceLanguage) })}
        </span>
      )}
      <details class="cell-form" open={sent !== undefined}>
        <summary>
          {t('people.roles.endIt')}
          <span class="visually-hidden"> ({role.name})</span>
        </summary>
        <form method="post" action={paths.roleEnd(reader, network.slug, role.id)}>
          <Field
            reader={reader}
            name="endsOn"
            idSuffix={sent ? undefined : role.id}
            type="date"
            label={t('people.roles.endDay')}
            hint={t('people.roles.endDayHint')}
            error={errorOf('endsOn')}
            value={sent ? typedValue(sent.values, 'endsOn') : ''}
          />
          <Field
            reader={reader}
            name="reason"
            idSuffix={sent ? undefined : role.id}
            label={t('people.roles.reason')}
            error={errorOf('reason')}
            value={sent ? typedValue(sent.values, 'reason') : ''}
          />
          <p class="form-end">
            <button class="button" type="submit">
              {t('people.roles.endIt')}
            </button>
          </p>
        </form>
      </details>
    </>
  )
}
