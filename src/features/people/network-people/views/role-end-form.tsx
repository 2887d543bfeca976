import { Field } from '../../../../ui/form/field.tsx'
import { FormFields } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Network } from '../../../networks/index.ts'
import { dayInWords } from '../../day-in-words.ts'
import { paths } from '../../paths.ts'
import type { HeldRole } from '../../roles/queries.ts'
import type { SentForm } from '../people-form.ts'

interface RoleEndFormProps {
  network: Network
  role: HeldRole
  sent: SentForm | undefined
}

/** Ends a role, now or one day to come. */
export function RoleEndForm({ network, role, sent }: RoleEndFormProps) {
  const reader = useReader()
  const { t } = reader
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
          <FormFields form={sent}>
            <Field
              name="endsOn"
              idSuffix={sent ? undefined : role.id}
              type="date"
              label={t('people.roles.endDay')}
              hint={t('people.roles.endDayHint')}
            />
            <Field name="reason" idSuffix={sent ? undefined : role.id} label={t('people.roles.reason')} />
            <p class="form-end">
              <button class="button" type="submit">
                {t('people.roles.endIt')}
              </button>
            </p>
          </FormFields>
        </form>
      </details>
    </>
  )
}
