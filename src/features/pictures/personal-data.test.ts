import { expect, test } from 'vitest'
import { buildCooperation } from '../../../test/support/build-cooperation.ts'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { buildPicture } from '../../../test/support/build-picture.ts'
import { multipartBody } from '../../../test/support/multipart.ts'
import { openTestApp } from '../../../test/support/open-test-app.ts'
import { signIn } from '../../../test/support/sign-in.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { pictures } from './index.ts'

test('who added a picture reads it out, and is erased from it; the picture stays with its tie', async () => {
  const testApp = await openTestApp()
  const { context } = testApp
  const network = await buildNetwork(context)
  const tie = await buildCooperation(context, network.id)
  const keeper = await signIn(testApp, { role: 'coordinator', networkId: network.id, name: 'Claire Morvan' })
  const place = `/fr/${network.slug}/cooperations/${tie.slug}`
  const said = {
    'alternative.fr.text': 'Claire Morvan plante un arbre',
    credit: 'Claire Morvan',
    terms: 'Licence ouverte',
    people: 'agreed',
  }
  const { payload, headers } = await multipartBody(said, [
    { field: 'picture', name: 'Claire Morvan.png', type: 'image/png', bytes: buildPicture(4, 3) },
  ])
  const own = { accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: keeper.cookie }
  await testApp.app.inject({
    method: 'POST',
    url: `${place}/pictures/new`,
    payload,
    headers: { ...headers, ...own },
  })
  const subject = { personId: keeper.personId, names: ['Claire Morvan'], addresses: [keeper.address] }
  const read = await pictures.personalData?.collect(context, subject)
  expect(read).toMatchObject([{ section: 'pictures', records: [{ source: 'Claire Morvan' }] }])
  expect(await pictures.personalData?.collect(context, { ...subject, personId: null })).toEqual([])
  await inTransaction(context, async (inside) => pictures.personalData?.erase(inside, subject))
  const rows = await context.database
    .selectFrom('pictures_picture')
    .select(['added_by', 'alternative', 'credit', 'terms'])
    .execute()
  expect(rows).toMatchObject([
    {
      added_by: null,
      alternative: { fr: { text: '[nom effacé] plante un arbre', state: 'original' } },
      credit: '[…]',
      terms: 'Licence ouverte',
    },
  ])
  await testApp.close()
})
