import { defineCalculation, RefusedInput } from "../../../src/engine/definition/index.ts";
import { dong, showDong } from "../../../src/kernel/dong.ts";
import { text } from "../../../src/kernel/text.ts";
import { rowOn } from "../../parameters/table.ts";
import { auctionFloors } from "../../parameters/traffic/index.ts";
import { cited, step } from "../cite.ts";

/** The least starting price and deposit of a plate auction. */
export const plateAuction = defineCalculation({
  name: "plate-auction",
  title: text("Đấu giá biển số xe", "Plate auction"),
  fields: {
    vehicle: { kind: "text", needed: true, oneOf: ["car", "motorcycle"] },
    on: { kind: "date", needed: true },
  },
  reckon({ vehicle, on }) {
    const row = rowOn(
      auctionFloors().filter((floor) => floor.vehicle === vehicle),
      on,
    );
    if (row === null) throw new RefusedInput("no-rate-for-date", "on");
    const [price, deposit] = [showDong(dong(row.startingPrice)), showDong(dong(row.deposit))];
    return {
      value: { minimumStartingPrice: row.startingPrice, minimumDeposit: row.deposit },
      steps: () => [
        step(
          "starting-price",
          `Giá khởi điểm không thấp hơn ${price}.`,
          `The starting price is not below ${price}.`,
          row.startingPrice,
        ),
        step(
          "deposit",
          `Tiền đặt trước không thấp hơn giá khởi điểm: ${deposit}.`,
          `The deposit is not below the starting price: ${deposit}.`,
          row.deposit,
        ),
      ],
      citations: () => [cited(row)],
    };
  },
});
