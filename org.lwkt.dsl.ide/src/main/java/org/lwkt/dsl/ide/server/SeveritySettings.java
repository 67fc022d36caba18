// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.server;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lwkt.dsl.diagnostics.WarningLevels;

/**
 * How much warnings matter, in an editor's settings: {@code {"lwkt": {"severity": {"unreachable": "error"}}}}, or with
 * {@code "lwkt.severity"} as one name. What is no code or no level is passed over: settings are shared between versions.
 */
final class SeveritySettings {
    private static final String SECTION = "lwkt";
    private static final String NAME = "severity";

    private SeveritySettings() {}

    /** Empty where the settings say nothing of it. */
    static Optional<Map<String, WarningLevels.Level>> of(Object settings) {
        JsonElement json = settings instanceof JsonElement element ? element : new Gson().toJsonTree(settings);
        return severity(json).map(SeveritySettings::levels);
    }

    private static Optional<JsonObject> severity(JsonElement settings) {
        if (settings == null || !settings.isJsonObject()) {
            return Optional.empty();
        }
        JsonObject all = settings.getAsJsonObject();
        JsonElement severity = all.get(SECTION + "." + NAME);
        if (severity == null && all.get(SECTION) instanceof JsonObject section) {
            severity = section.get(NAME);
        }
        return severity instanceof JsonObject found ? Optional.of(found) : Optional.empty();
    }

    private static Map<String, WarningLevels.Level> levels(JsonObject severity) {
        Map<String, WarningLevels.Level> levels = new HashMap<>();
        for (Map.Entry<String, JsonElement> entry : severity.entrySet()) {
            if (WarningLevels.CODES.contains(entry.getKey())
                    && entry.getValue() instanceof JsonPrimitive level
                    && level.isString()) {
                WarningLevels.Level.named(level.getAsString()).ifPresent(it -> levels.put(entry.getKey(), it));
            }
        }
        return levels;
    }
}
