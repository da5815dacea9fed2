import { lazily, parseTable } from "../table.ts";

/**
 * First three digits of the person number of who was born abroad: code | ISO 3166 letters | Vietnamese name of the list. Circular
 * 07/2016/TT-BCA, annex 2, read in a transcription only; whether the list was changed later was not found. It names two states twice
 * (113 and 114, 147 and 148): both codes are taken. Evidence: reported.
 */
const countryCodes = `
101|AF|Afghanistan
102|EG|Ai Cập
103|AL|Albania
104|DZ|Algérie
105|AD|Andorra
106|AO|Angola
107|GB|Vương quốc Liên hiệp Anh và Bắc Ireland
108|AG|Antigua và Barbuda
109|AT|Áo
110|SA|Ả Rập Saudi
111|AR|Argentina
112|AM|Armenia
113|AZ|Azerbaijan
114|AZ|Cộng hòa Azerbaijan
115|IN|Cộng hòa Ấn Độ
116|BS|Bahamas
117|BH|Bahrain
118|PL|Ba Lan
119|BD|Bangladesh
120|BB|Barbados
121|BY|Belarus
122|BZ|Belize
123|BJ|Benin
124|BT|Bhutan
125|BE|Bỉ
126|BO|Bolivia
127|BA|Bosna và Hercegovina
128|BW|Botswana
129|PT|Bồ Đào Nha
130|CI|Bờ Biển Ngà
131|BR|Brasil
132|BN|Brunei
133|BG|Bulgaria
134|BF|Burkina Faso
135|BI|Burundi
136|CV|Cabo Verde
137|AE|Các Tiểu Vương quốc Ả Rập Thống nhất
138|CM|Cameroon
139|KH|Campuchia
140|CA|Canada
141|CL|Chile
142|CO|Colombia
143|KM|Comoros
144|CG|Cộng hòa Congo
145|CD|Cộng hòa Dân chủ Congo
146|CR|Costa Rica
147|HR|Croatia
148|HR|Cộng hòa Croatia
149|CU|Cuba
150|DJ|Djibouti
151|DM|Dominica
152|DO|Cộng hòa Dominicana
153|DK|Đan Mạch
154|TL|Đông Timor
155|DE|Đức
156|EC|Ecuador
157|SV|El Salvador
158|ER|Eritrea
159|EE|Estonia
160|ET|Ethiopia
161|FJ|Fiji
162|GA|Gabon
163|GM|Gambia
164|GH|Ghana
165|GD|Grenada
166|GE|Gruzia
167|GT|Guatemala
168|GW|Guinea-Bissau
169|GQ|Guinea Xích Đạo
170|GN|Guinea
171|GY|Guyana
172|HT|Haiti
173|NL|Hà Lan
174|KR|Hàn Quốc
175|US|Hoa Kỳ
176|HN|Honduras
177|HU|Hungary
178|GR|Hy Lạp
179|IS|Iceland
180|ID|Indonesia
181|IR|Iran
182|IQ|Iraq
183|IE|Ireland
184|IL|Israel
185|JM|Jamaica
186|JO|Jordan
187|KZ|Kazakhstan
188|KE|Kenya
189|KI|Kiribati
190|KW|Kuwait
191|CY|Síp
192|KG|Kyrgyzstan
193|LA|Lào
194|LV|Latvia
195|LS|Lesotho
196|LB|Li ban
197|LR|Liberia
198|LY|Libya
199|LI|Liechtenstein
200|LT|Litva
201|LU|Luxembourg
202|MK|Macedonia
203|MG|Madagascar
204|MW|Malawi
205|MY|Malaysia
206|MV|Maldives
207|ML|Mali
208|MT|Malta
209|MA|Maroc
210|MH|Quần đảo Marshall
211|MR|Mauritanie
212|MU|Mauritius
213|MX|Mexico
214|FM|Micronesia
215|MD|Moldova
216|MC|Monaco
217|MN|Mông Cổ
218|ME|Montenegro
219|MZ|Mozambique
220|MM|Myanma
221|NA|Namibia
222|SS|Nam Sudan
223|ZA|Nam Phi
224|NR|Nauru
225|NO|Na Uy
226|NP|Nepal
227|NZ|New Zealand
228|NI|Nicaragua
229|NE|Niger
230|NG|Nigeria
231|RU|Nga
232|JP|Nhật Bản
233|OM|Oman
234|PK|Pakistan
235|PW|Palau
236|PA|Panama
237|PG|Papua New Guinea
238|PY|Paraguay
239|PE|Peru
240|FR|Pháp
241|FI|Phần Lan
242|PH|Philippines
243|QA|Qatar
244|RO|Romania
245|RW|Rwanda
246|KN|Saint Kitts và Nevis
247|LC|Saint Lucia
248|VC|Saint Vincent và Grenadines
249|WS|Samoa
250|SM|San Marino
251|ST|São Tomé và Príncipe
252|CZ|Séc
253|SN|Sénégal
254|RS|Serbia
255|SC|Seychelles
256|SL|Sierra Leone
257|SG|Singapore
258|SK|Slovakia
259|SI|Slovenia
260|SB|Solomon
261|SO|Somalia
262|LK|Sri Lanka
263|SD|Sudan
264|SR|Suriname
265|SZ|Swaziland
266|SY|Syria
267|TJ|Tajikistan
268|TZ|Tanzania
269|ES|Tây Ban Nha
270|TD|Tchad
271|TH|Thái Lan
272|TR|Thổ Nhĩ Kỳ
273|SE|Thụy Điển
274|CH|Thụy Sĩ
275|TG|Togo
276|TO|Tonga
277|KP|Triều Tiên
278|TT|Trinidad và Tobago
279|CN|Trung Quốc
280|CF|Trung Phi
281|TN|Tunisia
282|TM|Turkmenistan
283|TV|Tuvalu
284|AU|Úc
285|UG|Uganda
286|UA|Ukraina
287|UY|Uruguay
288|UZ|Uzbekistan
289|VU|Vanuatu
290|VA|Thành Vatican/Tòa Thánh
291|VE|Venezuela
292|IT|Ý
293|YE|Yemen
294|ZM|Zambia
295|ZW|Zimbabwe
`;

export type CountryCode = { readonly code: string; readonly iso: string; readonly name: string };

/** The country codes by their three digits. */
export const countryCodesByCode = lazily(
  (): ReadonlyMap<string, CountryCode> =>
    new Map(parseTable(["code", "iso", "name"], countryCodes).map((row) => [row.code, row])),
);
