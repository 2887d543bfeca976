import type { FastifyInstance, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { withParameters } from '../../../../platform/i18n/reader.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { addNetworkForm } from '../../../directory/picking/index.ts'
import { paths as issuePaths } from '../../issues/paths.ts'
import { BeneathList } from '../list/beneath-list.tsx'
import { paths } from '../paths.ts'
import { loadKeeperRequest } from '../request.ts'
import { membersForm } from '../schema.ts'
import { decideOnMembers, followMembersOf } from './commands.ts'
import { lookUpRule } from './queries.ts'

/** Whether the members of a network get its letter without asking, and by which rule. */
export function addMemberRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/newsletter/subscribers/members', {
    open: loadKeeperRequest,
    title: 'newsletter.subscribers.members',
    path: '/newsletter/subscribers/members',
    action: ({ request, reader, network }) =>
      withParameters(paths.members(reader, network.slug), {
        members: isFromLetter(request) ? 'yes' : undefined,
      }),
    width: 'reading',
    values: async ({ request, writing, network }) => {
      const rule = await lookUpRule(writing, network.id)
      // The way from a letter without readers leads to the yes that its editor means.
      return { members: rule !== null || isFromLetter(request) ? 'yes' : 'no', rule: rule ?? '' }
    },
    schema: membersForm,
    fields: (_, form) => (
      <>
        <ErrorList form={form} />
        <MemberFields />
      </>
    ),
    save: async ({ request, reply, writing, reader, network }, { members, rule }) => {
      await inTransaction(writing, (inside) =>
        decideOnMembers(inside, network.id, members === 'yes' ? rule : null),
      )
      // Whoever decides so over a letter sends it next: to these members too.
      await followMembersOf(application, network)
      reply.header('referrer-policy', 'no-referrer')
      if (isFromLetter(request)) return `${issuePaths.draft(reader, network.slug)}#languages`
      return paths.list(reader, network.slug, { done: 'decided' })
    },
    page: ({ reader: { t }, network }, form) => (
      <>
        <BeneathList network={network} lead={t('newsletter.subscribers.membersLead')}>
          {t('newsletter.subscribers.members')}
        </BeneathList>
        {form}
      </>
    ),
  })
}

function isFromLetter(request: FastifyRequest): boolean {
  return parameterOf(request.query, 'members') === 'yes'
}

/** The choice of whether members get the letter without asking, and the rule that they are told. */
function MemberFields() {
  const { t } = useReader()
  return (
    <>
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
    </>
  )
}
