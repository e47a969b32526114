import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Alert, View } from "../../../../main/typescript/common";
import { viewProps } from "../../support/viewProps";

const VARIANTS = ["custom", "info", "success", "warning", "danger"] as const;

test.each([
  ["en", ["Notice:", "Info alert:", "Success alert:", "Warning alert:", "Danger alert:"]],
  ["zh-CN", ["提示：", "提示：", "成功：", "警告：", "错误："]],
])("an alert says of what kind it is in %s", (locale, kinds) => {
  render(
    <View {...viewProps} locale={locale}>
      {VARIANTS.map((variant) => (
        <Alert key={variant} variant={variant} title="!" />
      ))}
    </View>,
  );

  expect(screen.getAllByRole("heading").map(({ textContent }) => textContent)).toEqual(kinds.map((kind) => `${kind}!`));
});
