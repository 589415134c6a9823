// The activity around the web view: back button, dialling, where the data lies, no picture in the app switcher.
// Takes the place of the one that dx writes. Not compiled yet: docs/native-builds.md.
package dev.dioxus.main

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Bundle
import android.system.Os
import android.view.WindowManager
import android.webkit.JavascriptInterface
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback

// The web view library refers to it by this package.
typealias BuildConfig = org.example.daymark.BuildConfig

class MainActivity : WryActivity() {
    // The router keeps its own history; the web view has none to go back in.
    override val handleBackNavigation = false
    private var webView: WebView? = null

    private val back = object : OnBackPressedCallback(true) {
        override fun handleOnBackPressed() {
            val page = webView ?: return leave()
            // `mobile/web/keys.js`: true when the screen had a way back.
            page.evaluateJavascript("Boolean(globalThis.daymarkBack && daymarkBack())") { went -> if (went != "true") leave() }
        }
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        // Before the Rust side starts, which asks for its folder by this name; Android sets no usable home.
        Os.setenv("DAYMARK_DATA", filesDir.resolve("daymark").path, true)
        // Children's names stay out of the app switcher and of screenshots.
        window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
        super.onCreate(savedInstanceState)
        onBackPressedDispatcher.addCallback(this, back)
    }

    override fun onWebViewCreate(webView: WebView) {
        this.webView = webView
        webView.addJavascriptInterface(Platform(), "daymarkPlatform")
    }

    // The app stays open: what was typed is where it was.
    private fun leave() {
        moveTaskToBack(true)
    }

    /** What `keys.js` calls: a web view knows no `tel:` and no `sms:`. */
    inner class Platform {
        @JavascriptInterface
        fun open(address: String) {
            val action = when {
                address.startsWith("tel:") -> Intent.ACTION_DIAL
                address.startsWith("sms:") -> Intent.ACTION_SENDTO
                else -> return
            }
            runOnUiThread {
                try {
                    startActivity(Intent(action, Uri.parse(address)))
                } catch (_: ActivityNotFoundException) {
                    // A tablet without a dialler: the number stands on the button.
                }
            }
        }
    }
}
