import { type Text, text } from "../../../src/kernel/text.ts";
import { nameOf, namesOf } from "../names.ts";
import type { VehicleFee } from "./vehicle-fee-rows.ts";

/** What the fees of vehicles are called: item | Vietnamese | English. */
const itemName = namesOf(`
first-registration-with-plate|Đăng ký lần đầu, cấp biển số|First registration with a plate
change-or-reissue-certificate-and-plate|Đổi, cấp lại chứng nhận đăng ký kèm biển số|Certificate and plate, changed or reissued
certificate-only|Chứng nhận đăng ký, không kèm biển số|Certificate without a plate
plate-only|Biển số, không kèm chứng nhận đăng ký|Plate without a certificate
temporary-registration|Đăng ký xe tạm thời|Temporary registration
temporary-certificate-and-paper-plate|Đăng ký tạm thời, biển số bằng giấy|Temporary registration with a paper plate
temporary-certificate-and-metal-plate|Đăng ký tạm thời, biển số bằng kim loại|Temporary registration with a metal plate
`);

/** The kinds of vehicle as the circulars group them: group | Vietnamese | English. */
const vehicleName = namesOf(`
any|mọi loại xe|any vehicle
car|ô tô|car
car9|ô tô chở người đến 9 chỗ|passenger car to 9 seats
other-car|ô tô khác|other car
trailer|rơ moóc, sơ mi rơ moóc|trailer or semi-trailer
motorcycle|xe máy|motorcycle
motorcycle-to-15|xe máy đến 15 triệu đồng|motorcycle to 15 million đồng
motorcycle-to-40|xe máy trên 15 đến 40 triệu đồng|motorcycle over 15 to 40 million đồng
motorcycle-over-40|xe máy trên 40 triệu đồng|motorcycle over 40 million đồng
`);

const areaName = (area: string): Text => text(`khu vực ${area}`, `area ${area}`);

/** `Đăng ký lần đầu, cấp biển số: xe máy đến 15 triệu đồng, khu vực I`. */
export function vehicleFeeName({ item, vehicles, area }: VehicleFee): Text | null {
  const whom = nameOf([nameOf(vehicles.map(vehicleName)), ...(area === null ? [] : [areaName(area)])]);
  return nameOf([itemName(item), whom], ": ");
}

/** What the rates of the registration tax are called: key | Vietnamese | English. */
export const taxRateName = namesOf(`
car9-first|Ô tô chở người đến 9 chỗ, lần đầu, mức chung|Passenger car to 9 seats, first time, common rate
car-later|Ô tô, từ lần hai|Car, second time and later
pickup-van-first|Bán tải chở hàng, tải VAN, lần đầu|Goods pick-up or cargo van, first time
other-car|Ô tô khác|Other car
ev-first|Ô tô điện chạy pin, lần đầu|Battery electric car, first time
motorcycle-first|Xe máy, lần đầu|Motorcycle, first time
motorcycle-first-urban|Xe máy, lần đầu, tại thành phố, thị xã|Motorcycle, first time, in a city or town
motorcycle-later|Xe máy, từ lần hai|Motorcycle, second time and later
domestic-cut|Mức giảm cho ô tô sản xuất, lắp ráp trong nước|Cut for cars made or assembled in Vietnam
cap|Mức thu tối đa một lần|The most that is asked at a time
`);
