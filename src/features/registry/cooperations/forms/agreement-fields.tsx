import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { displayNames } from '../../../../platform/i18n/formatters.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { MoreFields } from '../../../../ui/form/more-fields.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { type Choices, chosenId, readChoices } from '../../../directory/index.ts'
import { OrganisationList } from '../../../directory/picking/index.ts'
import { approvalDoubt } from '../../agreements/approval.ts'
import { agreementKinds, agreementStates } from '../../codes.ts'
import type { AgreementEntry } from '../document/schema.ts'
import { currencies } from './amount.ts'
import type { CooperationCall } from './cooperation-part.ts'

export const longestTitle = 300
export const longestObject = 1000
export const longestSignatory = 200

/** What an agreement is, who signs it, and the steps of its life. */
export async function agreementFields(call: CooperationCall, shown: Shown) {
  const { reader, context, network, document, entryId } = call
  const { t } = reader
  const found = document.agreements.find(({ id }) => id === entryId)
  const names = Array.from({ length: countParts(shown.values, 'parties') }, (_, index) => `parties.${index}`)
  const choices = await readChoices(context, shown.values, names)
  return (
    <>
      <ApprovalNotice call={call} agreement={found} />
      <ChoiceField
        name="kind"
        label={t('registry.form.agreementKind')}
        hint={t('registry.form.agreementKindHint')}
        options={agreementKinds.map((kind) => ({
          value: kind,
          label: capitalized(t(`registry.agreementKind.${kind}`), reader.interfaceLanguage),
        }))}
        required
      />
      <LocalizedField
        name="title"
        label={t('registry.form.agreementTitle')}
        hint={t('registry.form.agreementTitleHint')}
        languages={network.languages}
        text={found?.title ?? {}}
        max={longestTitle}
        rows={1}
      />
      <Steps call={call} shown={shown} />
      <LocalizedField
        name="object"
        label={t('registry.record.object')}
        hint={t('registry.form.objectHint')}
        languages={network.languages}
        text={found?.object ?? {}}
        max={longestObject}
      />
      <Signatories call={call} shown={shown} choices={choices} agreement={found} />
      <MoreFields names={['plannedAmount', 'currency', 'parentId']} label={t('registry.form.agreementMore')}>
        <Field
          name="plannedAmount"
          label={t('registry.record.plannedAmount')}
          hint={t('registry.form.amountHint')}
        />
        <ChoiceField
          name="currency"
          label={t('registry.record.currency')}
          options={[...new Set([...currencies, ...(found?.currency ? [found.currency] : [])])].map(
            (code) => ({
              value: code,
              label: `${currencyName(reader.interfaceLanguage, code)} (${code})`,
            }),
          )}
        />
        <Parent call={call} />
      </MoreFields>
    </>
  )
}

function currencyName(language: string, code: string): string {
  return displayNames(language, { type: 'currency' }).of(code) ?? code
}

function ApprovalNotice({
  call,
  agreement,
}: {
  call: CooperationCall
  agreement: AgreementEntry | undefined
}) {
  const doubt = approvalDoubt(agreement?.steps ?? [])
  if (doubt === null) return null
  return (
    <Notice kind={doubt === 'unknown' ? 'information' : 'warning'}>
      {call.reader.t(
        doubt === 'unknown' ? 'registry.form.approvalUnknown' : 'registry.form.approvalAfterSignature',
      )}
    </Notice>
  )
}

interface PartsProps {
  call: CooperationCall
  shown: Shown
}

function Signatories({
  call,
  shown,
  choices,
  agreement,
}: PartsProps & { choices: Choices; agreement: AgreementEntry | undefined }) {
  const { reader, network } = call
  const { t } = reader
  return (
    <OrganisationList
      call={call}
      shown={shown}
      choices={choices}
      name="parties"
      label={t('registry.form.signatories')}
      hint={t('registry.form.signatoriesHint')}
      titleOf={(index) => t('registry.form.signatoryNumber', { number: index + 1 })}
      addLabel={t('registry.form.addSignatory')}
      organisationLabel={t('registry.form.organisation')}
    >
      {(prefix) => (
        <LocalizedField
          name={`${prefix}.signatory`}
          label={t('registry.form.signatory')}
          hint={t('registry.form.signatoryHint')}
          languages={network.languages}
          text={agreement?.parties.find(({ id }) => id === chosenId(choices, prefix))?.signatory ?? {}}
          max={longestSignatory}
          rows={1}
        />
      )}
    </OrganisationList>
  )
}

function Steps({ call: { reader }, shown }: PartsProps) {
  const { t } = reader
  return (
    <RepeatedParts
      name="steps"
      label={t('registry.record.steps')}
      hint={t('registry.form.stepsHint')}
      titleOf={(index) => t('registry.form.step', { number: index + 1 })}
      addLabel={t('registry.form.addStep')}
    >
      {(prefix) => (
        <>
          <input type="hidden" name={`${prefix}.id`} value={typedValue(shown.values, `${prefix}.id`)} />
          <ChoiceField
            name={`${prefix}.state`}
            label={t('registry.form.stepState')}
            options={agreementStates.map((state) => ({
              value: state,
              label: capitalized(t(`registry.agreementState.${state}`), reader.interfaceLanguage),
            }))}
            required
          />
          <DateField name={`${prefix}.on`} label={t('registry.record.date')} />
        </>
      )}
    </RepeatedParts>
  )
}

function Parent({ call: { reader, document, entryId } }: Pick<PartsProps, 'call'>) {
  const { t } = reader
  const parents = document.agreements.filter(({ id, parentId }) => id !== entryId && parentId === null)
  if (parents.length === 0) return null
  return (
    <ChoiceField
      name="parentId"
      label={t('registry.form.parent')}
      hint={t('registry.form.parentHint')}
      options={[
        { value: '', label: t('registry.form.noParent') },
        ...parents.map((each) => ({
          value: each.id,
          label: chooseText(each.title, reader.language)?.text ?? t(`registry.agreementKind.${each.kind}`),
        })),
      ]}
    />
  )
}
