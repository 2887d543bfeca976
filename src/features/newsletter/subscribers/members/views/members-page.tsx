import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import type { Network } from '../../../../networks/index.ts'
import { BeneathList } from '../../list/views/beneath-list.tsx'
import { paths } from '../../paths.ts'

interface MembersPageProps {
  network: Network
  shown: Shown
}

/** Whether members get the letter without asking for it, and what they are told of it. */
export function MembersPage({ network, shown }: MembersPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <BeneathList network={network} lead={t('newsletter.subscribers.membersLead')}>
        {t('newsletter.subscribers.members')}
      </BeneathList>
      <Form action={paths.members(reader, network.slug)} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <ChoiceField
          name="members"
          label={t('newsletter.subscribers.membersGet')}
          options={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`newsletter.subscribers.membersGet.${value}`),
          }))}
          required
        />
        <TextAreaField
          name="rule"
          label={t('newsletter.subscribers.rule')}
          hint={t('newsletter.subscribers.ruleHint')}
          max={1000}
          rows={3}
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.save')}
          </button>
        </p>
        <p class="form-note">{t('newsletter.subscribers.membersNote')}</p>
      </Form>
    </>
  )
}
