import {
  type InterfaceLanguage,
  isInterfaceLanguage,
  languageNames,
} from '../../../../../platform/i18n/languages.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { paths as issuePaths } from '../../../issues/paths.ts'
import { paths } from '../../paths.ts'
import { NoServer } from '../../views/no-server.tsx'
import type { Editor, TriedLetter } from '../queries.ts'

interface TrialPageProps {
  network: string
  languages: readonly InterfaceLanguage[]
  people: readonly Editor[]
  shown: Shown
  trials: TriedLetter[]
  hasServer: boolean
  isDone: boolean
}

/** Sends a letter in the making to those who make it; what became of the last trials. */
export function TrialPage(props: TrialPageProps) {
  const reader = useReader()
  const { network, languages, people, shown, trials } = props
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={issuePaths.draft(reader, network)}>{t('newsletter.issues.draft.title')}</a>}
        lead={t('newsletter.sending.trialLead')}
      >
        {t('newsletter.sending.trial')}
      </PageHeading>
      {props.isDone ? (
        <Notice kind="done" live>
          {t('newsletter.sending.trial.done')}
        </Notice>
      ) : null}
      {props.hasServer ? null : <NoServer />}
      <Form action={paths.trial(reader, network)} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <ChoiceField
          name="languages"
          label={t('newsletter.sending.trial.languages')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          multiple
          required
        />
        <ChoiceField
          name="people"
          label={t('newsletter.sending.trial.people')}
          hint={t('newsletter.sending.trial.peopleHint')}
          options={people.map(({ id, name, address }) => ({
            value: id,
            label: name,
            hint: <bdi>{address}</bdi>,
          }))}
          multiple
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.sending.trial.send')}
          </button>
        </p>
      </Form>
      {trials.length > 0 ? (
        <Section id="trials" title={t('newsletter.sending.trials')}>
          <TrialTable trials={trials} />
        </Section>
      ) : null}
    </>
  )
}

function TrialTable({ trials }: { trials: TriedLetter[] }) {
  const { t } = useReader()
  return (
    <DataTable<TriedLetter>
      caption={t('newsletter.sending.trials')}
      captionHidden
      rows={trials}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'address',
          label: t('newsletter.subscribers.address'),
          header: true,
          cell: ({ address }) => <bdi>{address}</bdi>,
        },
        {
          key: 'language',
          label: t('newsletter.subscribers.language'),
          cell: ({ language }) => (isInterfaceLanguage(language) ? languageNames[language] : language),
        },
        {
          key: 'when',
          label: t('newsletter.sending.when'),
          cell: ({ madeAt }) => <Moment at={madeAt} />,
        },
        {
          key: 'state',
          label: t('newsletter.sending.outcome'),
          cell: ({ state }) => t(`newsletter.sending.trial.state.${state}`),
        },
        {
          key: 'words',
          label: t('newsletter.sending.words'),
          cell: ({ words }) => (words === null ? '–' : <bdi>{words}</bdi>),
        },
      ]}
    />
  )
}
