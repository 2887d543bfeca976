import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { FormFields } from '../../../../../ui/form/filled.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { TieLine } from '../../../../../ui/tie/tie-line.tsx'
import type { Network } from '../../../../networks/index.ts'
import { AgreementList } from '../../../agreements/views/agreement-list.tsx'
import type { CooperationPageData } from '../../../cooperations/cooperation-page-data.ts'
import { CooperationFacts } from '../../../cooperations/views/cooperation-facts.tsx'
import { indexMarks } from '../../../evidence-marks.ts'
import { paths } from '../../../paths.ts'
import { tieLine } from '../../../tie.ts'
import type { AskedParty } from '../../queries.ts'
import { StanceFields } from '../../views/stance-fields.tsx'

interface AnswerPageProps {
  network: Network
  data: CooperationPageData
  asking: AskedParty
  state: 'open' | 'answered' | 'ended'
  action: string
  values: FormValues
  errors: FieldError[]
}

/** A tie as the registry has it, for the partner to confirm or to dispute with one click. */
export function AnswerPage(props: AnswerPageProps) {
  const reader = useReader()
  const { network, data, asking, state } = props
  const { t } = reader
  const marks = indexMarks(reader, network.slug, data.evidence)
  const party = data.cooperation.parties.find(({ id }) => id === asking.organisationId)
  const name = party ? chooseName(party.name, reader.language).text : ''
  return (
    <>
      <PageHeading
        kicker={t('registry.cooperation.confirmation')}
        lead={t('registry.confirmation.question', { names: name })}
      >
        <TieLine {...tieLine(reader, network, data.cooperation)} size="heading" />
      </PageHeading>
      {state === 'open' ? null : (
        <Notice kind={state === 'answered' ? 'done' : 'warning'} live>
          <p>
            {t(state === 'answered' ? 'registry.confirmation.thanks' : 'registry.confirmation.linkEnded')}
          </p>
          <p>
            <a href={paths.cooperation(reader, network.slug, data.cooperation.slug)}>
              {t('registry.confirmation.seeTie')}
            </a>
          </p>
        </Notice>
      )}
      <Passage text={data.cooperation.summary} />
      <CooperationFacts
        network={network}
        cooperation={data.cooperation}
        details={data.details}
        marks={marks}
      />
      <Section id="agreements" title={t('registry.cooperation.agreements')}>
        <AgreementList network={network} agreements={data.agreements} marks={marks} />
      </Section>
      {state === 'open' ? <Answer {...props} /> : null}
    </>
  )
}

function Answer({ action, values, errors }: AnswerPageProps) {
  const { t } = useReader()
  return (
    <Section id="answer" title={t('registry.confirmation.yours')}>
      <form method="post" action={action} class="form">
        <FormFields form={{ values, errors }}>
          <FormErrors errors={errors.map(({ field, message }) => ({ field, message: message(t) }))} />
          <Field
            name="said_as"
            label={t('registry.confirmation.saidAs')}
            hint={t('registry.confirmation.saidAsHint')}
          />
          <StanceFields errors={errors} />
        </FormFields>
      </form>
    </Section>
  )
}
