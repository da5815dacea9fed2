/**
 * Fees of security businesses, weapons, explosives, fireworks and seals:
 * code | item | unit | tier by | below | up to | amount | from | until | basis | evidence.
 * A tier is the first row whose bound is not passed: `below` leaves its bound out, `up to` takes it in. An empty amount was not found.
 * Whether the temporary cuts of Circulars 43/2024 and 64/2025/TT-BTC reach these items (F-REDUCTION) is not established: no cut is entered.
 */
export const licenceFeeRows = `
F-ANTT|security-condition-appraisal|time||||300000|2017-01-01||218/2016/TT-BTC@toàn văn + 23/2019/TT-BTC@toàn văn|read
F-GUARD|guard-exam|time||||20000|2017-01-01||218/2016/TT-BTC@toàn văn|read
F-FIRE|fireworks-permit|permit||||150000|2017-01-01||218/2016/TT-BTC@toàn văn|read
F-USE|weapon-use-permit|permit||||10000|2017-01-01||218/2016/TT-BTC@toàn văn + 23/2019/TT-BTC@toàn văn|read
F-MOVE-W|weapon-transport|permit||||100000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-MOVE-E1|explosives-transport|permit|loadTonnes|5||50000|2017-01-01||218/2016/TT-BTC@toàn văn + 23/2019/TT-BTC@toàn văn|recalled
F-MOVE-E2|explosives-transport|permit|loadTonnes||15|100000|2017-01-01||218/2016/TT-BTC@toàn văn + 23/2019/TT-BTC@toàn văn|recalled
F-MOVE-E3|explosives-transport|permit|loadTonnes|||150000|2017-01-01||218/2016/TT-BTC@toàn văn + 23/2019/TT-BTC@toàn văn|recalled
F-BUY|weapon-purchase|piece||||10000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-CARRY|weapon-carry|piece||||10000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-AMMO1|ammunition-carry|permit|quantity|500||50000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-AMMO2|ammunition-carry|permit|quantity||5000|100000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-AMMO3|ammunition-carry|permit|quantity|||150000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-REPAIR|weapon-repair|piece||||10000|2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-EQUIP|weapon-equip-permit|permit|||||2019-06-04||23/2019/TT-BTC@toàn văn|recalled
F-SEAL|seal-registration|file||||0|2016-07-01||99/2016/NĐ-CP@13|read
F-VACPASS|vaccine-passport|file||||0|2021-12-20||5772/QĐ-BYT@toàn văn|reported
`;
