import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { fieldError } from '../../../platform/input/form.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { path, renderAccount } from '../account/frame.tsx'
import { loadAccountRequest, loadProvenRequest } from '../account/request.ts'
import { addOwnAction } from '../frame.tsx'
import { readIdentifier } from '../network-people/request.ts'
import { paths } from '../paths.ts'
import { listRolesOf } from '../queries.ts'
import { endToken, makeToken } from './commands.ts'
import { tokenForm } from './tokens-section.tsx'

/** One’s own tokens: made, shown once, ended. */
export function addTokenRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  addOwnAction(
    pages,
    { path, address: '/:language/account/tokens' },
    {
      open: (visit) => loadProvenRequest(visit, 'tokens'),
      schema: tokenForm,
      again: (visit, form) => renderAccount(visit, { ...form, form: 'token' }),
      save: async ({ context, reader, person }, { network, tokenName: name, scopes, days }) => {
        const now = context.clock.now().epochMilliseconds
        const role = (await listRolesOf(context, person.id)).find(
          (each) => each.networkSlug === network && each.startsAt.getTime() <= now,
        )
        if (!role) return [fieldError('network', 'ui.form.wrong')]
        const token = { personId: person.id, networkId: role.networkId, name, scopes, days }
        const made = await makeToken(context, application, token)
        if (made === 'tooMany') return [fieldError('tokenName', 'people.tokens.tooMany')]
        const sample = `${application.settings.baseUrl}/api/v1/networks/${role.networkSlug}/suggestions`
        return {
          title: reader.t('people.tokens.madeTitle'),
          description: reader.t('people.tokens.madeTitle'),
          children: (
            <MadeTokenPage
              secret={made.secret}
              name={name}
              days={days}
              sample={scopes.includes('read') ? sample : null}
            />
          ),
        }
      },
    },
  )

  pages.post('/:language/account/tokens/:id/end', loadAccountRequest, async (visit) => {
    const { request, reply } = visit
    await endToken(visit.context, visit.person.id, readIdentifier(request))
    return reply.redirect(`${paths.account(visit.reader.interfaceLanguage)}#tokens`, 303)
  })
}

interface MadeTokenPageProps {
  secret: string
  name: string
  days: number
  /** An address that the token may read; null when it may only write. */
  sample: string | null
}

/** The only page that shows a token, with a first call to try it. */
function MadeTokenPage({ secret, name, days, sample }: MadeTokenPageProps) {
  const { t, interfaceLanguage } = useReader()
  return (
    <>
      <PageHeading lead={name}>{t('people.tokens.madeTitle')}</PageHeading>
      <Notice kind="warning">
        <p>{t('people.tokens.shownOnce')}</p>
      </Notice>
      <Field name="token" label={t('people.tokens.token')} hint={t('people.tokens.endsIn', { days })} isPart>
        {(control) => (
          <textarea {...control} class="secret" rows={2} readOnly spellcheck={false} autocomplete="off">
            {secret}
          </textarea>
        )}
      </Field>
      {sample === null ? null : (
        <>
          <p class="sample-lead">{t('people.tokens.tryIt')}</p>
          <pre class="sample">
            <code>{`curl -H "Authorization: Bearer ${secret}" \\\n  ${sample}`}</code>
          </pre>
        </>
      )}
      <p>
        <a href="/api/docs">{t('people.tokens.documents')}</a>
      </p>
      <p class="form-end">
        <a class="button" href={`${paths.account(interfaceLanguage)}#tokens`}>
          {t('people.signedIn.account')}
        </a>
      </p>
    </>
  )
}
