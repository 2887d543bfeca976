import {
  type InterfaceLanguage,
  isInterfaceLanguage,
  languageNames,
} from '../../../../../platform/i18n/languages.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { typedValues } from '../../../../../platform/input/form.ts'
import { errorOf, type Shown } from '../../../../../platform/records/record-part.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { DataTable } from '../../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { paths as issuePaths } from '../../../issues/paths.ts'
import { paths } from '../../paths.ts'
import { NoServer } from '../../views/no-server.tsx'
import type { Editor, TriedLetter } from '../queries.ts'

interface TrialPageProps {
  reader: Reader
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
  const { reader, network, languages, people, shown, trials } = props
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
        <Notice reader={reader} kind="done" live>
          {t('newsletter.sending.trial.done')}
        </Notice>
      ) : null}
      {props.hasServer ? null : <NoServer reader={reader} />}
      <form method="post" action={paths.trial(reader, network)} class="form" novalidate>
        <FormErrors reader={reader} errors={sayErrors(reader, shown.errors).list} />
        <ChoiceField
          reader={reader}
          name="languages"
          label={t('newsletter.sending.trial.languages')}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          chosen={typedValues(shown.values, 'languages')}
          error={errorOf(reader, shown, 'languages')}
          multiple
          required
        />
        <ChoiceField
          reader={reader}
          name="people"
          label={t('newsletter.sending.trial.people')}
          hint={t('newsletter.sending.trial.peopleHint')}
          options={people.map(({ id, name, address }) => ({
            value: id,
            label: name,
            hint: <bdi>{address}</bdi>,
          }))}
          chosen={typedValues(shown.values, 'people')}
          error={errorOf(reader, shown, 'people')}
          multiple
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('newsletter.sending.trial.send')}
          </button>
        </p>
      </form>
      {trials.length > 0 ? (
        <Section id="trials" title={t('newsletter.sending.trials')}>
          <TrialTable reader={reader} trials={trials} />
        </Section>
      ) : null}
    </>
  )
}

function TrialTable({ reader, trials }: { reader: Reader; trials: TriedLetter[] }) {
  const { t } = reader
  return (
    <DataTable<TriedLetter>
      reader={reader}
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
          cell: ({ madeAt }) => <Moment reader={reader} at={madeAt} />,
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
