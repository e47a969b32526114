import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Alert, View } from "../../../../main/typescript/common";
import { FakeServer } from "../../support/fakeServer";
import { nothing } from "../../support/samples";
import { viewProps } from "../../support/viewProps";

const VARIANTS = ["custom", "info", "success", "warning", "danger"] as const;

test.each([
  ["en", ["Notice:", "Info alert:", "Success alert:", "Warning alert:", "Danger alert:"]],
  ["zh-CN", ["提示：", "提示：", "成功：", "警告：", "错误："]],
])("an alert says of what kind it is in %s", async (locale, kinds) => {
  new FakeServer().on("GET access", nothing);
  render(
    <View {...viewProps} locale={locale}>
      {VARIANTS.map((variant) => (
        <Alert key={variant} variant={variant} title="!" />
      ))}
    </View>,
  );

  expect((await screen.findAllByRole("heading")).map(({ textContent }) => textContent)).toEqual(kinds.map((kind) => `${kind}!`));
});
