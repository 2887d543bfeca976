import { worldClock, type ZoneClock } from './zone-clock.ts'

// What programs in other languages write instead of a zone: cities as Windows lists them, and its names for the time of a zone.
const names: Record<string, string> = {
  'Asia/Seoul':
    '서울 ソウル 首尔 首爾 séoul seúl 대한민국 한국 大韓民国 韓国 韩国 韓國 corée corea koreanische kst',
  'Asia/Tokyo': '도쿄 東京 东京 tokio 일본 日本 japon japón japanische jst',
  'Asia/Shanghai': '베이징 北京 pékin peking pekín 중국 中国 中國 chine chinesische',
  'Asia/Taipei': '타이베이 台北 臺北 taipeh',
  'Asia/Singapore': '싱가포르 シンガポール 新加坡 singapur singapour',
  'Asia/Hong_Kong': '홍콩 香港 hongkong',
  'Europe/Paris': '파리 パリ 巴黎 parís 로망스 로맨스 ロマンス 罗马 羅馬 romance romanische',
  'Europe/Brussels': '브뤼셀 ブリュッセル 布鲁塞尔 布魯塞爾 bruxelles brüssel bruselas',
  'Europe/Berlin': '베를린 ベルリン 柏林 berlín 중부유럽 中央ヨーロッパ 中欧 中歐 mitteleuropäische',
  'Europe/Amsterdam': '암스테르담 アムステルダム 阿姆斯特丹 ámsterdam',
  'Europe/Prague': '프라하 プラハ 布拉格 prag praga',
  'Europe/Warsaw': '바르샤바 ワルシャワ 华沙 華沙 varsovie warschau varsovia',
  'Europe/London': '런던 ロンドン 伦敦 倫敦 londres',
  'Europe/Moscow': '모스크바 モスクワ 莫斯科 moscou moskau moscú',
  'America/New_York': '뉴욕 ニューヨーク 纽约 紐約 동부 東部 东部',
  'America/Los_Angeles': '로스앤젤레스 ロサンゼルス 洛杉矶 洛杉磯 태평양 太平洋 pacífico pacifique',
  UTC: '협정세계시 協定世界時 协调世界时 世界 coordinateduniversal z',
}

// « 대한민국 표준시 », « 東京 (標準時) », « Romance (heure standard) », « Mitteleuropäische Zeit », « Hora estándar de Corea ».
const around =
  /^(?:hora estándar (?:de(?:l| la)? )?|heure (?:normale|standard) (?:de (?:la |l’|l')?|du )?)|[( ]*(?:표준시|標準時間?|标准时间|heure (?:normale|standard)|hora estándar|(?:normal|standard)?zeit|time)\)?$/g

let known: ReadonlyMap<string, string> | null = null

/** The zone of a city, or of the time that is named after a place, as programs in other languages than English write it. */
export function localClock(name: string): ZoneClock | null {
  known ??= new Map(
    Object.entries(names).flatMap(([zone, words]) => words.split(' ').map((word) => [word, zone])),
  )
  const stem = name.toLowerCase().normalize('NFC').replaceAll(around, '').replaceAll(' ', '')
  const zone = known.get(stem)
  return zone === undefined ? null : worldClock(zone)
}
