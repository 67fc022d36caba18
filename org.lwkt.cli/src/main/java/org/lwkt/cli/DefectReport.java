// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the maintainers need to know when the tool itself fails. */
final class DefectReport {
    private DefectReport() {}

    /** Writes the report to a file in the directory and says where it is; where that fails, prints it instead. */
    static void write(Throwable defect, String[] arguments, Path directory, Console console) {
        String report = text(defect, arguments);
        console.message("internal error: " + defect + " (this is a defect of lwkt, not of your files)");
        try {
            Path file = Files.createTempFile(directory, "lwkt-defect-", ".txt");
            Files.writeString(file, report);
            console.message("please report it with this file: " + file);
        } catch (IOException | RuntimeException e) {
            console.message("the report cannot be written to " + directory + "; please report this text:");
            console.error(report.stripTrailing());
        }
    }

    static String text(Throwable defect, String[] arguments) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        writer.print("lwkt " + Version.text() + "\n");
        writer.print("Java " + property("java.vendor.version", property("java.version", "?")) + " ("
                + property("java.version", "?") + ") on " + property("os.name", "?") + " "
                + property("os.version", "?") + " " + property("os.arch", "?") + "\n");
        writer.print("arguments:\n");
        for (String argument : arguments) {
            writer.print("  " + argument + "\n");
        }
        writer.print("\n");
        defect.printStackTrace(writer);
        writer.flush();
        return text.toString();
    }

    private static String property(String name, String otherwise) {
        return System.getProperty(name, otherwise);
    }
}
