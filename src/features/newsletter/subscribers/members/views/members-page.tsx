import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import type { Network } from '../../../../networks/index.ts'
import { BeneathList } from '../../list/views/beneath-list.tsx'
import { paths } from '../../paths.ts'

interface MembersPageProps {
  reader: Reader
  network: Network
  shown: Shown
}

/** Whether members get the letter without asking for it, and what they are told of it. */
export function MembersPage({ reader, network, shown }: MembersPageProps) {
  const { t } = reader
  return (
    <>
      <BeneathList reader={reader} network={network} lead={t('newsletter.subscribers.membersLead')}>
        {t('newsletter.subscribers.members')}
      </BeneathList>
      <form method="post" action={paths.members(reader, network.slug)} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <ChoiceField
          reader={reader}
          name="members"
          label={t('newsletter.subscribers.membersGet')}
          options={(['no', 'yes'] as const).map((value) => ({
            value,
            label: t(`newsletter.subscribers.membersGet.${value}`),
          }))}
          chosen={[typedValue(shown.values, 'members')]}
          error={errorOf(reader, shown, 'members')}
          required
        />
        <TextAreaField
          reader={reader}
          name="rule"
          label={t('newsletter.subscribers.rule')}
          hint={t('newsletter.subscribers.ruleHint')}
          value={typedValue(shown.values, 'rule')}
          max={1000}
          rows={3}
          error={errorOf(reader, shown, 'rule')}
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.subscribers.save')}
          </button>
        </p>
        <p class="form-note">{t('newsletter.subscribers.membersNote')}</p>
      </form>
    </>
  )
}
