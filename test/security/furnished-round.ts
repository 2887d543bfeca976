import { type FurnishedNetwork, group } from './furnished-network.ts'

/** Opens the tour de table of the furnished meeting, in which Limoges has a wish; returns the names in its addresses. */
export async function furnishRound({
  testApp,
  coordinator,
  meeting,
}: FurnishedNetwork): Promise<Record<string, string>> {
  const place = `${group}/partners/rounds/${meeting.slug}`
  await coordinator.post(place)
  await coordinator.post(`${place}/limoges`, {
    'wishes.0.part': '',
    'wishes.0.kind': 'offer',
    'wishes.0.text.fr.text': 'Accueillir des céramistes',
    action: 'save',
  })
  const { wish_id: wish } = await testApp.context.database
    .selectFrom('partners_round_wish')
    .select('wish_id')
    .executeTakeFirstOrThrow()
  return { meeting: meeting.slug, organisation: 'limoges', wish }
}
