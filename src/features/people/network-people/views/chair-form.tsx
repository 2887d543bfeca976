import { addressFor } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { OrganisationPicker } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { HeldRole } from '../../roles/queries.ts'
import type { SentForm } from '../people-form.ts'

interface ChairFormProps {
  network: Network
  /** Those among whom the chair is chosen. */
  roles: HeldRole[]
  sent: SentForm | undefined
}

/** Passes the chair on, to somebody who is in the network already. */
export function ChairForm({ network, roles, sent }: ChairFormProps) {
  const reader = useReader()
  const { t } = reader
  const people = new Map(roles.map(({ personId, name, address }) => [personId, `${name} (${address})`]))
  const chosen = sent ? typedValue(sent.values, 'personId') : ''
  return (
    <Form action={paths.chair(reader, network.slug)} form={sent}>
      <p>{t('people.chair.lead')}</p>
      <Field name="personId" label={t('people.chair.person')} required>
        {(control) => (
          <select {...control}>
            <option value="">{t('people.chair.choose')}</option>
            {[...people].map(([id, name]) => (
              <option key={id} value={id} selected={id === chosen}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <OrganisationPicker
        name="organisation"
        label={t('people.chair.organisation')}
        typed={sent ? typedValue(sent.values, 'organisation.name') : ''}
        picked={sent?.choices?.get('organisation') ?? { state: 'empty' }}
        addByHand={addressFor(reader, `/${network.slug}/organisations/new`)}
        required
      />
      <p class="form-end">
        <button class="button" type="submit">
          {t('people.chair.name')}
        </button>
      </p>
    </Form>
  )
}
