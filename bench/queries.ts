/** What people type into the search of the directory: two hundred queries, the same in every run. */
export const queries: readonly string[] = [...read(), 'a'.repeat(200)]

function read(): string[] {
  const groups = [
    // Places by their very names, in both scripts.
    `Paris | Lyon | Limoges | Évian-les-Bains | La Rochelle | Saint-Étienne | Nantes | Île-de-France | Alsace
      | Grand Est | Valence | Montreuil | Seoul | Busan | Incheon | Icheon | Suncheon | Gyeonggi | Jeju | Muju
      | Hwaseong | Gwangju | Sokcho | 서울 | 부산 | 인천 | 이천 | 순천 | 경기 | 제주 | 무주 | 화성 | 광주 | 대구 | 밀양 | 수원
      | 서울특별시 | 순천시 | 무주군 | 경기도 | 부산광역시 서구 | 제주특별자치도 | 수원시 장안구 | 전남광주통합특별시`,
    // As people write them: capitals, no accents, short forms, the kind in front or behind; older romanisations.
    `st etienne | ST ETIENNE | saint denis | evian | chalons en champagne | ile de france | Métropole de Nantes
      | Ville de Strasbourg | Communauté d’agglomération de La Rochelle | Région Bretagne | Gyeonggi-do
      | Suncheon-si | Muju County | Seo-gu | Jung-gu | Province du Gyeonggi | Seoul Metropolitan City
      | Pusan | Taegu | Taejon | Inchon | Kwangju | Cheju | Chonju | Sŏul | Chongno-gu`,
    // Misspelt.
    `limgoes | Sait-Etienne | Myriang | Strasbour | Grenobel | Marsielle | Perpingan | Toulose | Bordaux
      | Montpelier | Clermont-Ferand | Angoulème | Gyeongi | Sunchon | Hwaseung | Gwagnju | Inceon`,
    // Beginnings, as they are typed.
    `sai | sain | Saint | Saint- | Saint-M | Saint-Martin | montr | Vil | Ville | Villeneuve | cha | gy | gye
      | gyeong | su | suw | bu | 서 | 순 | 경상 | 전라 | 한 | 강원특 | com | les | la | le | Comité de jumelage
      | École primaire | Lycée | Boulangerie | Université | 주식회사 | 국제교류협회 | 초등학교`,
    // Bodies, whole or by some of their words in any order.
    `Comité de jumelage de Limoges | Lycée Victor-Hugo | Collège Jean-Moulin | Musée d’art et d’histoire
      | Office de tourisme de Saint-Malo | jumelage Rennes | médiathèque Camus | théâtre Molière | Garage Martin
      | Boulangerie Le Goff | parents d’élèves | entreprises Bretagne | urbanisme Lille
      | Antoine de Saint-Exupéry | 순천시 국제교류협회 | 부산 도서관 | 한빛대학교 | 수원시 문화재단 | 관광공사
      | 서구 박물관 | 은빛 초등학교 | Elementary School Jeonju | Tourism Organization | University Campus
      | Institute of Porto | Oficina e filhos | Maschinenbau Leipzig | College University of Leeds`,
    // Initial consonants, then both scripts at once.
    `ㅅㅊ | ㅂㅅ | ㄱㄱㄷ | ㅅㅇㅌㅂㅅ | ㅁㅇ | ㅈㅈ | ㅁㅎㅈㄷ | ㄱㅈㄱㄹㅎㅎ | ㅅㅊㅅ ㅁㅎ | Suncheon 순천
      | 부산 Busan | Gyeonggi 경기도 | Busan 도서관 | Limoges 이천 | Foundation 문화재단`,
    // One letter or two, signs, figures.
    'y | Y | Eu | Ay | Ô | é | 시 | 군 | d’ | de la | 74 | 2e | n° 1 | ... | «» | % | _ | O’',
    // Nothing is called so.
    `xyzzy | qwertyuiop | Zzyzx Road | kjhgfd | 뷁뷁 | 꿹쉙 | ㅋㅋㅋㅋㅋㅋ | foo bar baz | aaaaaaaaaaaa
      | https://example.org/?q=1 | select * from users | Communauté des pingouins | Ville de Nulle-Part-sur-Mer
      | 대한민국 프랑스 교류 협력 위원회 사무국 | Marché de Noël de la place Kléber | Saint-Glinglin-les-Flots`,
  ]
  return groups.flatMap((group) => group.split('|').map((query) => query.trim()))
}
