package io.scarlet.cli;

import io.scarlet.cli.io.Chromium;
import io.scarlet.cli.io.SystemPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser without a window, as a person uses it. */
final class Browser implements AutoCloseable {

  private static final String DRIVER = "chromedriver";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final WebDriverWait wait;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    wait = new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
    wait.ignoring(StaleElementReferenceException.class, ElementClickInterceptedException.class);
  }

  /** Whether there is one on the path, with the program that steers it. */
  static boolean isThere() {
    return Chromium.onPath().isPresent() && SystemPath.program(DRIVER).isPresent();
  }

  /**
   * Starts it.
   *
   * @param folder gets its profile and what it downloads
   */
  static Browser start(Path folder) throws IOException {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(Chromium.onPath().orElseThrow().program().toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1400,1000",
        "--user-data-dir=" + Files.createDirectories(folder.resolve("profile")));
    options.setExperimentalOption(
        "prefs", Map.of("download.default_directory", downloads(folder).toString()));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(SystemPath.program(DRIVER).orElseThrow().toFile())
            .build();
    return new Browser(new ChromeDriver(service, options));
  }

  /** Where downloads go. */
  static Path downloads(Path folder) throws IOException {
    return Files.createDirectories(folder.resolve("downloads"));
  }

  void open(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** The element that fits, as soon as there is one that shows. */
  WebElement find(By what) {
    return wait.withMessage(() -> "nothing shows that fits " + what + " in " + text())
        .until(
            _ ->
                driver.findElements(what).stream()
                    .filter(WebElement::isDisplayed)
                    .findFirst()
                    .orElse(null));
  }

  /** Clicks what fits, as soon as it can be clicked: a live page may change in between. */
  void click(By what) {
    await(
        "a click on " + what,
        () -> {
          find(what).click();
          return true;
        });
  }

  /** Presses a button by its name. */
  void press(String button) {
    click(By.xpath("//button[normalize-space()='" + button + "' and not(@disabled)]"));
  }

  /** Moves the mouse over a point of an element, counted from its upper left corner. */
  void hover(WebElement element, int x, int y) {
    Dimension size = element.getSize();
    new Actions(driver)
        .moveToElement(element)
        .moveToElement(element, x - size.width / 2, y - size.height / 2)
        .perform();
  }

  /** Clicks where the mouse is. */
  void clickHere() {
    new Actions(driver).click().perform();
  }

  /** Lets the system of the person prefer light or dark colours. */
  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** All elements that fit and show. */
  List<WebElement> all(By what) {
    return driver.findElements(what).stream().filter(WebElement::isDisplayed).toList();
  }

  /** Waits until a condition of the page holds. */
  void await(String what, BooleanSupplier condition) {
    wait.withMessage(() -> what + " does not come: " + text()).until(_ -> condition.getAsBoolean());
  }

  /** Types where the focus is. */
  void type(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  /** Moves the focus by the tabulator until an element has it. */
  void tabTo(WebElement element) {
    for (int presses = 0; presses < 60; presses++) {
      if (driver.switchTo().activeElement().equals(element)) {
        return;
      }
      type(Keys.TAB);
    }
    throw new AssertionError("the keyboard does not reach " + element.getText());
  }

  /** What a person reads in an element, and {@code read} takes from it. */
  <T> T read(By what, Function<String, T> read) {
    return wait.until(_ -> read.apply(find(what).getText()));
  }

  /** What a person reads. */
  String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  /** What a script gives; it may wait, and import modules of the page. */
  Object run(String script) {
    return driver.executeAsyncScript(
        "const done = arguments[0]; (async () => {%s})().then(done, (e) => done(`failed: ${e}`));"
            .formatted(script));
  }

  /** What the console says that is wrong. */
  List<String> errors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
