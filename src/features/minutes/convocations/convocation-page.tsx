import { roles } from '../../../platform/context/actor.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { writtenLanguages } from '../../../platform/i18n/reader.ts'
import { type FormState, typedValue, typedValues } from '../../../platform/input/form.ts'
import type { Mail } from '../../../platform/mail/mail.ts'
import { MailBody } from '../../../ui/blocks/mail-body.tsx'
import { Choice, ChoiceField } from '../../../ui/form/choice-field.tsx'
import { FieldGroup } from '../../../ui/form/field-group.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../ui/text/language-in-words.ts'
import { Moment } from '../../../ui/text/moment.tsx'
import { shortNames } from '../../directory/index.ts'
import { presenceWords } from '../attendance/attendance-list.tsx'
import { organisationColumn, whoColumn } from '../views/who-columns.ts'
import type { Choosable } from './choosing.ts'
import type { Invitee } from './queries.ts'

interface ConvocationPageProps {
  action: string
  choosable: Choosable
  invitees: readonly Invitee[]
  form: FormState
  /** The mail in each language that recipients read, with their number; empty until they are chosen. */
  previews: readonly { mail: Mail; count: number }[]
}

// What is sent is above the list of those who may be chosen, however long that is.
const formId = 'recipients-form'

/** Who is convened, the mail that they get, and their answers. */
export function ConvocationPage(props: ConvocationPageProps) {
  const reader = useReader()
  const { action, invitees, previews, form } = props
  const { t } = reader
  const count = previews.reduce((sum, preview) => sum + preview.count, 0)
  return (
    <>
      {invitees.length > 0 ? (
        <Section id="answers" title={t('minutes.convocation.answers')}>
          <InviteeTable invitees={invitees} />
        </Section>
      ) : null}
      {previews.length > 0 ? (
        <Section id="preview" title={t('minutes.convocation.preview')}>
          <p>{t('minutes.convocation.count', { count })}</p>
          {previews.map((preview, index) => (
            <MailPreview key={preview.mail.language} {...preview} isOpen={index === 0} />
          ))}
          <p class="form-end">
            <button class="button primary" type="submit" form={formId} name="action" value="send">
              {t('minutes.convocation.send', { count })}
            </button>
          </p>
        </Section>
      ) : null}
      <Section
        id="recipients"
        title={t(invitees.length > 0 ? 'minutes.convocation.more' : 'minutes.convocation.recipients')}
      >
        <form class="form" id={formId} method="post" action={action} novalidate>
          <FormFields form={form}>
            <Recipients {...props} />
            <TextAreaField
              name="addresses"
              label={t('minutes.convocation.addresses')}
              hint={t('minutes.convocation.addressesHint')}
              max={20_000}
              rows={4}
            />
            <ChoiceField
              name="language"
              label={t('minutes.convocation.language')}
              options={writtenLanguages(reader).map((language) => ({
                value: language,
                label: languageInWords(reader, language),
              }))}
              chosen={[typedValue(form.values, 'language') || reader.interfaceLanguage]}
              required
            />
            <p class="form-end">
              <button class="button" type="submit" name="action" value="preview">
                {t('minutes.convocation.see')}
              </button>
            </p>
          </FormFields>
        </form>
      </Section>
    </>
  )
}

function Recipients({ choosable, form: { values } }: ConvocationPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <FieldGroup name="roles" label={t('minutes.convocation.roles')}>
        <div class="choices">
          {roles.map((role) => {
            const count = choosable.people.filter((each) => each.role === role).length
            const label = capitalized(t(`minutes.role.${role}`), reader.interfaceLanguage)
            return count === 0 ? null : (
              <Choice
                key={role}
                name="roles"
                option={{ value: role, label, hint: t('minutes.convocation.roleCount', { count }) }}
                type="checkbox"
                isChosen={typedValues(values, 'roles').includes(role)}
              />
            )
          })}
        </div>
      </FieldGroup>
      <FieldGroup name="people" label={t('minutes.convocation.oneByOne')}>
        <div class="choices">
          {choosable.people.map(({ personId, name, role, organisation }) => (
            <Choice
              key={personId}
              name="people"
              option={{
                value: personId,
                label: name,
                hint: [
                  t(`minutes.role.${role}`),
                  ...(organisation ? [chooseName(organisation.name, reader.language).text] : []),
                ].join(' · '),
              }}
              type="checkbox"
              isChosen={typedValues(values, 'people').includes(personId)}
            />
          ))}
        </div>
      </FieldGroup>
      {choosable.posts.length > 0 ? (
        <FieldGroup name="posts" label={t('minutes.convocation.posts')}>
          <div class="choices">
            {choosable.posts.map((post) => (
              <Choice
                key={post.id}
                name="posts"
                option={{
                  value: post.id,
                  label: `${chooseName(shortNames(post.organisation), reader.language).text} – ${chooseText(post.function, reader.language)?.text ?? ''}`,
                  hint: Object.values(post.holder?.name ?? {})[0],
                }}
                type="checkbox"
                isChosen={typedValues(values, 'posts').includes(post.id)}
              />
            ))}
          </div>
        </FieldGroup>
      ) : null}
      {choosable.unreached.length > 0 ? (
        <details class="more">
          <summary>{t('minutes.convocation.unreached', { count: choosable.unreached.length })}</summary>
          <p>
            {choosable.unreached.map(({ name }) => chooseName(name, reader.language).text).join(', ')}.{' '}
            {t('minutes.convocation.unreachedNext')}
          </p>
        </details>
      ) : null}
    </>
  )
}

interface MailPreviewProps {
  mail: Mail
  count: number
  isOpen: boolean
}

/** A mail as it will read in one language. */
function MailPreview({ mail, count, isOpen }: MailPreviewProps) {
  const reader = useReader()
  return (
    <details class="mail-preview" open={isOpen}>
      <summary>
        {reader.t('minutes.convocation.inLanguage', {
          language: languageInWords(reader, mail.language),
          count,
        })}
      </summary>
      <p class="mail-preview-subject entry-title" {...languageAttributes(reader, mail.language)}>
        {mail.subject}
      </p>
      <MailBody language={mail.language} body={mail.body} isPreview />
    </details>
  )
}

/** Invitees and their answers. */
function InviteeTable({ invitees }: { invitees: readonly Invitee[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable
      caption={t('minutes.convocation.answers')}
      captionHidden
      rows={[...invitees]}
      rowKey={(row) => row.id}
      columns={[
        whoColumn(reader, ({ name, address }: Invitee) => (
          <>
            <span class="cell-line">{name || address}</span>
            {name && address ? <span class="cell-note">{address}</span> : null}
          </>
        )),
        organisationColumn(reader),
        {
          key: 'answer',
          label: t('minutes.convocation.answer'),
          cell: ({ answer, answeredAt, representedBy, words }) =>
            answer && answeredAt ? (
              <span>
                {presenceWords(reader, { presence: answer, representedBy })}
                <span class="cell-note">
                  <Moment at={answeredAt} />
                </span>
                {words ? <span class="cell-note">{words}</span> : null}
              </span>
            ) : (
              <span class="quiet">{t('minutes.convocation.waiting')}</span>
            ),
        },
      ]}
    />
  )
}
